/** That there is no zone of agreement, how sure that is, and every single change that would open it. */
import type { Answer, WrittenOpening } from '#domain/bargaining/answer.ts'
import { nearest, readExact } from '#domain/bargaining/exact.ts'
import { Button } from '../../elements/button.tsx'
import { useNames } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { useAtMediator } from './at-mediator.tsx'
import { useFigure } from './use-figure.ts'
import { useTermSentence } from './use-term-sentence.ts'

const numberOf = (written: string): number => {
  const value = readExact(written)
  return value ? nearest(value) : 0
}

const Opening = ({ of }: { readonly of: WrittenOpening }) => {
  const say = useSay()
  const names = useNames()
  const figure = useFigure()
  const sentence = useTermSentence()
  const { choose } = useAtMediator()
  return (
    <li>
      {of.by === 'reservation'
        ? say('bargaining.mediator.opening.reservation', {
            party: names.party(of.party),
            from: figure(numberOf(of.from)),
            to: figure(numberOf(of.to)),
          })
        : say('bargaining.mediator.opening.term', { what: sentence(of.constraint) })}{' '}
      <Button look="text" onPress={() => choose(of.package)}>
        {say('bargaining.mediator.opening.read')}
      </Button>
    </li>
  )
}

/** Says it; nothing where there is a zone. */
export const NoZone = ({ of }: { readonly of: Answer['zone'] }) => {
  const say = useSay()
  if (of.exists) return null
  return (
    <section className="notice stack tight" aria-label={say('bargaining.mediator.no-zone')}>
      <h2>{say('bargaining.mediator.no-zone')}</h2>
      <p>{say(`bargaining.mediator.no-zone.${of.proof}`)}</p>
      <p>
        {say(of.openings.length > 0 ? 'bargaining.mediator.openings' : 'bargaining.mediator.openings.none')}
      </p>
      <ul className="stack tight bullets">
        {of.openings.map((opening) => (
          <Opening key={opening.by === 'term' ? `term ${opening.constraint}` : opening.party} of={opening} />
        ))}
      </ul>
    </section>
  )
}
