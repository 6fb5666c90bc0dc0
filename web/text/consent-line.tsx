/** What a side says to a clause: agreement, reopening, a certificate, a reservation. */
import { useState } from 'react'

import { adReferendumOf, certifiedBy, isConcordant } from '#domain/text/consent.ts'
import { holds } from '#domain/text/status.ts'
import { useAct } from '../acts.ts'
import { Confirm } from '../elements/dialog.tsx'
import { Tick, WordsField } from '../elements/field.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { useWordOf } from '../leadership.ts'
import { useMay, useMySeat, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { FindingsToWeigh } from './findings.tsx'
import { hashesOf } from './hashes.ts'
import { useKept } from './kept.ts'
import type { Row } from './row.ts'
import { useText } from './text-context.tsx'

const useConsent = ({ clause, under }: Row) => {
  const { room } = useText()
  const { process } = useProcess()
  const seat = useMySeat()
  const acting = useAct(room.id)
  const own = clause.agreements.find((each) => each.party === seat.party && holds(each, clause, under))
  const parties = process.parties.map(({ key }) => key)
  const hashes = hashesOf(clause)
  const wordOf = useWordOf()
  return {
    acting,
    word: wordOf(adReferendumOf(clause, seat.party ?? '')),
    under,
    own,
    hashes,
    party: seat.party ?? '',
    concordant: isConcordant(clause, hashes, parties),
    certified: certifiedBy(clause, hashes).includes(seat.party ?? ''),
  }
}

const Agree = ({ row }: { readonly row: Row }) => {
  const say = useSay()
  const { clause } = row
  const { acting, under, own, concordant, word } = useConsent(row)
  const [subject, setSubject] = useState(false)
  const agree = async (degree: 'ad-referendum' | 'confirmed') => {
    const subjectToConformity = degree === 'ad-referendum' && !concordant
    const payload = { wording: clause.wording, degree, under, subjectToConformity }
    return (await acting.act({ kind: 'clause.agree', object: clause.id, base: null, payload })) !== null
  }
  if (own?.degree === 'confirmed') return null
  if (!word.isMine)
    return <span className="small quiet">{say('text.successors-word', { who: word.successor ?? '' })}</span>
  if (own)
    return (
      <Confirm
        wording={JSON.stringify([clause.wording, under])}
        label={say('text.confirm')}
        title={say('text.confirm.title')}
        action={say('text.confirm')}
        confirm={() => agree('confirmed')}
        busy={acting.busy}
      >
        <p>{say('text.confirm.hint')}</p>
        <Outcome trouble={acting.trouble} />
      </Confirm>
    )
  return (
    <Confirm
      wording={JSON.stringify([clause.wording, under])}
      label={say('text.agree')}
      title={say('text.agree.title')}
      action={say('text.agree')}
      confirm={() => agree('ad-referendum')}
      busy={acting.busy || (!concordant && !subject)}
    >
      <p>{say('text.agree.hint')}</p>
      {!concordant && (
        <Tick
          label={say('text.subject')}
          hint={say('text.subject.hint')}
          value={subject}
          onChange={setSubject}
        />
      )}
      <Outcome trouble={acting.trouble} />
    </Confirm>
  )
}

const Decline = ({ row }: { readonly row: Row }) => {
  const say = useSay()
  const { clause } = row
  const { acting } = useConsent(row)
  const decline = async () => {
    const payload = { wording: clause.wording }
    return (await acting.act({ kind: 'clause.decline', object: clause.id, base: null, payload })) !== null
  }
  return (
    <Confirm
      wording={String(clause.wording)}
      label={say('text.decline')}
      look="text"
      title={say('text.decline.title')}
      action={say('text.decline')}
      confirm={decline}
      busy={acting.busy}
    >
      <p>{say('text.decline.hint')}</p>
      <Outcome trouble={acting.trouble} />
    </Confirm>
  )
}

const Reserve = ({ row }: { readonly row: Row }) => {
  const say = useSay()
  const { me } = useProcess()
  const { languages } = useText()
  const { acting } = useConsent(row)
  const { value: words, set: setWords, clear } = useKept(`reserve.${row.clause.id}`, '')
  const language = languages.includes(me.language) ? me.language : (languages[0] ?? 'en')
  const reserve = async () => {
    if (words.trim() === '') return false
    const payload = { id: crypto.randomUUID(), words: { [language]: words.trim() } }
    const done = await acting.act({ kind: 'clause.reserve', object: row.clause.id, base: null, payload })
    if (done) clear()
    return done !== null
  }
  return (
    <Confirm
      label={say('text.reserve')}
      look="text"
      title={say('text.reserve.title')}
      action={say('text.reserve')}
      confirm={reserve}
      busy={acting.busy}
    >
      <WordsField label={say('text.reserve.words')} lang={language} value={words} onChange={setWords} />
      <Outcome trouble={acting.trouble} />
    </Confirm>
  )
}

/** What the reader can say to a clause; empty for who has no say. */
export const ConsentLine = ({ row }: { readonly row: Row }) => {
  const say = useSay()
  const { room } = useText()
  const may = useMay(room)
  const { clause, status } = row
  const { acting, own, hashes, certified, word } = useConsent(row)
  const clean = status !== 'open' && status !== 'bracketed'
  const { wording } = clause
  return (
    <>
      {clean && may('clause.agree') && <Agree row={row} />}
      {may('clause.decline') && own?.degree === 'ad-referendum' && word.isMine && <Decline row={row} />}
      {clean && may('clause.certify') && !certified && (
        <Confirm
          label={say('text.certify')}
          title={say('text.certify.title')}
          action={say('text.certify')}
          busy={acting.busy}
          confirm={async () =>
            (await acting.act({
              kind: 'clause.certify',
              object: clause.id,
              base: null,
              payload: { wording, hashes },
            })) !== null
          }
        >
          <p>{say('text.certify.hint')}</p>
          <FindingsToWeigh clause={clause} />
          <Outcome trouble={acting.trouble} />
        </Confirm>
      )}
      {may('clause.reopen') && word.isMine && (own || status === 'ad-referendum' || status === 'agreed') && (
        <Confirm
          label={say('text.reopen')}
          look="text"
          title={say('text.reopen.title')}
          action={say('text.reopen')}
          busy={acting.busy}
          confirm={async () =>
            (await acting.act({
              kind: 'clause.reopen',
              object: clause.id,
              base: null,
              payload: { wording },
            })) !== null
          }
        >
          <p>{say('text.reopen.hint')}</p>
          <Outcome trouble={acting.trouble} />
        </Confirm>
      )}
      {may('clause.reserve') && <Reserve row={row} />}
    </>
  )
}
