/** What a package must pass at home: bodies, their thresholds and groups, and whether this one passes. */
import type { z } from 'zod'
import type { SetRatification } from '#contract/bargaining-acts.ts'
import type { BargainingView } from '#contract/bargaining-views.ts'
import type { Agenda } from '#domain/bargaining/agenda.ts'
import type { Body, Ratification } from '#domain/bargaining/ratification.ts'
import { useAct } from '../../acts.ts'
import { Button } from '../../elements/button.tsx'
import { Empty } from '../../elements/page.tsx'
import { useMay, useProcess } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { useForm } from '../../use-form.ts'
import { SaveLine } from '../save-line.tsx'
import { BodyFields } from './body-fields.tsx'
import { HomeVote } from './home-vote.tsx'
import { type OwnWorth, usePartyRooms } from './use-worth.ts'

const empty: Ratification = { bodies: [] }

const newBody = (): Body => ({
  id: `b${crypto.randomUUID().slice(0, 8)}`,
  name: {},
  threshold: { need: 51, of: 100 },
  groups: [],
})

const isWhole = ({ bodies }: Ratification, languages: readonly string[]): boolean =>
  bodies.every(
    ({ name, groups, threshold: { need, of } }) =>
      [name, ...groups.map((group) => group.name)].every((each) =>
        languages.every((language) => (each[language] ?? '').trim() !== ''),
      ) &&
      need >= 1 &&
      need <= of &&
      groups.every(({ votes }) => votes >= 1) &&
      groups.reduce((sum, { votes }) => sum + votes, 0) <= of,
  )

const fitted = (agenda: Agenda, { bodies }: Ratification): Ratification => ({
  bodies: bodies.map((body) => ({
    ...body,
    groups: body.groups.map((group) => ({
      ...group,
      accepts: Object.fromEntries(
        Object.entries(group.accepts).filter(([id]) => agenda.issues.some((issue) => issue.id === id)),
      ),
    })),
  })),
})

/** The page. */
export const HomePage = ({ view, own }: { readonly view: BargainingView; readonly own: OwnWorth }) => {
  const say = useSay()
  const { agenda } = own
  const { process } = useProcess()
  const { caucus } = usePartyRooms()
  const may = useMay(caucus)
  const acting = useAct(caucus?.id ?? '')
  const draft = useForm<Ratification>(
    'ratification',
    view.ratification?.state ?? empty,
    view.ratification ?? undefined,
  )
  const ratification = fitted(agenda, draft.value)
  const write = (bodies: readonly Body[]) => draft.write({ bodies })
  const isReady = isWhole(ratification, process.languages)
  const save = async () => {
    const payload = ratification as z.infer<typeof SetRatification>
    const done = await acting.act({
      kind: 'ratification.set',
      object: 'ratification',
      base: draft.base,
      payload,
    })
    if (done) draft.clear()
  }
  return (
    <div className="stack">
      <p className="quiet">{say('home.intro')}</p>
      {ratification.bodies.length === 0 && <Empty>{say('home.none')}</Empty>}
      {ratification.bodies.map((body) => (
        <BodyFields
          key={body.id}
          agenda={agenda}
          body={body}
          onChange={(next) =>
            write(
              ratification.bodies.flatMap((each) => (each.id === body.id ? (next ? [next] : []) : [each])),
            )
          }
        />
      ))}
      <div className="no-print">
        <Button onPress={() => write([...ratification.bodies, newBody()])}>{say('home.body.add')}</Button>
      </div>
      {draft.isChanged && !isReady && <p className="quiet small">{say('home.flaw')}</p>}
      <SaveLine
        draft={draft}
        acting={acting}
        save={save}
        label={say('worth.save')}
        mayNot={may('ratification.set') ? undefined : say('worth.may-not')}
        unready={!isReady}
      />
      {ratification.bodies.length > 0 && <HomeVote own={own} ratification={ratification} />}
    </div>
  )
}
