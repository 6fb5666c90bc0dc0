/** Freezing a version: the mediator sees beforehand what it will hold and under which hash. */
import { useMemo, useState } from 'react'
import type { TextView } from '#contract/text-views.ts'
import type { Room } from '#domain/parties/process.ts'
import { type Frozen, freeze } from '#domain/text/version/freezing.ts'
import { citeOf } from '#domain/text/version/record.ts'
import { useAct } from '../../acts.ts'
import { Code, digits } from '../../elements/code.tsx'
import { Confirm } from '../../elements/dialog.tsx'
import { Choice } from '../../elements/field.tsx'
import { Outcome } from '../../elements/trouble.tsx'
import { useProcess } from '../../process.tsx'
import { useSay } from '../../speech.tsx'

type Part = 'whole' | 'agreed'

const useFrozen = (room: Room, view: TextView, part: Part): Frozen => {
  const { process } = useProcess()
  return useMemo(() => {
    const last = view.text?.versions.at(-1)
    const source = {
      ...{ room: room.id, title: view.text?.title ?? {}, clauses: view.clauses },
      ...{ languages: process.languages, parties: process.parties.map(({ key }) => key) },
    }
    const before = last ? { number: last.number, hash: last.hash } : null
    return freeze(source, before, part === 'agreed' ? 'agreed' : undefined)
  }, [room.id, view, process, part])
}

const Facts = ({ frozen }: { readonly frozen: Frozen }) => {
  const say = useSay()
  return (
    <>
      <p>{say('freeze.holds', { n: frozen.record.clauses })}</p>
      {!frozen.clean && <p>{say('freeze.not-clean')}</p>}
      {frozen.clean && frozen.consent === 'none' && <p>{say('freeze.not-agreed')}</p>}
      {frozen.clean && frozen.consent !== 'none' && (
        <p>{say(frozen.concordant ? 'freeze.ready' : 'freeze.not-concordant')}</p>
      )}
      <p className="small quiet">
        {say('version.hash')} <Code>{digits(frozen.hash)}</Code> …
      </p>
    </>
  )
}

export const Freeze = ({ room, view }: { readonly room: Room; readonly view: TextView }) => {
  const say = useSay()
  const acting = useAct(room.id)
  const [part, setPart] = useState<Part>('whole')
  const frozen = useFrozen(room, view, part)
  const { number, clauses } = frozen.record
  const confirm = async () => {
    const payload = { hash: frozen.hash, ...(part === 'agreed' ? { part } : {}) }
    return (await acting.act({ kind: 'version.freeze', object: String(number), base: 0, payload })) !== null
  }
  return (
    <section className="panel no-print" aria-label={say('freeze')}>
      <Choice
        label={say('freeze.what')}
        value={part}
        onChange={setPart}
        ways={[
          { key: 'whole', name: say('freeze.whole'), hint: say('freeze.whole.hint') },
          { key: 'agreed', name: say('freeze.agreed'), hint: say('freeze.agreed.hint') },
        ]}
      />
      {clauses === 0 ? (
        <p className="quiet">{say(part === 'agreed' ? 'freeze.nothing-agreed' : 'freeze.nothing')}</p>
      ) : (
        <div>
          <Confirm
            label={say('freeze.do', { cite: citeOf(number) })}
            look="main"
            title={say('freeze.do', { cite: citeOf(number) })}
            action={say('freeze')}
            confirm={confirm}
            busy={acting.busy}
          >
            <Facts frozen={frozen} />
            <Outcome trouble={acting.trouble} />
          </Confirm>
        </div>
      )}
    </section>
  )
}
