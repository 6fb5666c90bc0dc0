/** A package in a few lines, to be read beside the picture: each issue with its option in every language. */
import type { Package } from '#domain/bargaining/agenda.ts'
import { chosenIn } from '#domain/bargaining/references.ts'
import { readingOrder } from '../../elements/renderings.tsx'
import { usePreferences } from '../../preferences.tsx'
import { useNames, useProcess } from '../../process.tsx'
import { useAtMediator } from './at-mediator.tsx'

/** Issues on which it differs from the package one starts from are marked. */
export const PackageBrief = ({ of }: { readonly of: Package }) => {
  const names = useNames()
  const { process } = useProcess()
  const { language } = usePreferences()
  const { agenda, current } = useAtMediator()
  const order = readingOrder(language, process.languages[0] ?? language, process.languages)
  return (
    <dl className="package-brief">
      {chosenIn(agenda, of).map(({ issue, option, names: said }) => (
        <div key={issue} data-changed={current[issue] !== option}>
          <dt>{names.of(said.issue)}</dt>
          {order.map((each, i) => (
            <dd key={each} lang={each} dir="auto" className={i === 0 ? 'serif' : 'quiet small'}>
              {said.option[each]}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
