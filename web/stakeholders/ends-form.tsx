/** What the two ends of an issue mean: the positions 0 and 100, in the seat's own words. */
import { BothFields, type Written } from '../elements/both-fields.tsx'
import { Confirm } from '../elements/dialog.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { useSay } from '../speech.tsx'
import { useForm } from '../use-form.ts'
import type { Drawing } from './use-map.ts'

/** The languages in which something was written; one is enough on a seat's own paper. */
const filled = (written: Written): Written =>
  Object.fromEntries(
    Object.entries(written)
      .map(([language, words]) => [language, words.trim()] as const)
      .filter(([, words]) => words !== ''),
  )

export const EndsForm = ({ issue, drawing }: { readonly issue: string; readonly drawing: Drawing }) => {
  const say = useSay()
  const { revision, map, acting, draw } = drawing
  const now = map.ends.find((each) => each.issue === issue)
  const begun: { low: Written; high: Written } = { low: now?.low ?? {}, high: now?.high ?? {} }
  const form = useForm(`ends/${issue}`, begun, { revision, ofPart: true })
  const { low, high } = form.value
  const ends = { issue, low: filled(low), high: filled(high) }
  const isWhole = [ends.low, ends.high].every((each) => Object.keys(each).length > 0)
  const others = map.ends.filter((each) => each.issue !== issue)
  const keep = async () => {
    const done = await draw({ ends: [...others, ends] }, form.base)
    if (done) form.clear()
    return done
  }
  return (
    <Confirm
      label={say('stakeholders.ends')}
      look="text"
      title={say('stakeholders.ends')}
      action={say('stakeholders.keep')}
      confirm={keep}
      form={form}
      busy={acting.busy || !isWhole}
    >
      <BothFields
        label={say('stakeholders.low')}
        value={low}
        onChange={(each) => form.write({ low: each })}
      />
      <BothFields
        label={say('stakeholders.high')}
        value={high}
        onChange={(each) => form.write({ high: each })}
      />
      <Outcome trouble={acting.trouble} />
    </Confirm>
  )
}
