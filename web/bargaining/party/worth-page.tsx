/** What is negotiated is worth to us: entered in words and by sliders, kept in our own caucus. */
import { useAct } from '../../acts.ts'
import { useMay } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { SaveLine } from '../save-line.tsx'
import { OptionsStep } from './options-step.tsx'
import { payloadOf } from './own-worth.ts'
import { ReserveStep } from './reserve-step.tsx'
import { TogetherStep } from './together-step.tsx'
import { TryPackage } from './try-package.tsx'
import { type OwnWorth, usePartyRooms } from './use-worth.ts'
import { WeightsStep } from './weights-step.tsx'

/** The steps in their order, with a package to try beside them. */
export const WorthPage = ({ own }: { readonly own: OwnWorth }) => {
  const say = useSay()
  const { caucus } = usePartyRooms()
  const acting = useAct(caucus?.id ?? '')
  const may = useMay(caucus)
  const save = async () => {
    const { agenda, worth, draft } = own
    const payload = payloadOf(agenda, worth)
    const done = await acting.act({ kind: 'worth.set', object: 'worth', base: draft.base, payload })
    if (done) draft.clear()
  }
  return (
    <div className="worth">
      <div className="stack worth-steps">
        <p className="quiet">{say('worth.intro')}</p>
        {own.isOutdated && <p className="notice">{say('worth.outdated')}</p>}
        <WeightsStep own={own} />
        <OptionsStep own={own} />
        <ReserveStep own={own} />
        <TogetherStep own={own} />
        <SaveLine
          draft={own.draft}
          acting={acting}
          save={save}
          label={say('worth.save')}
          isOutdated={own.isOutdated}
          mayNot={may('worth.set') ? undefined : say('worth.may-not')}
        />
      </div>
      <TryPackage own={own} />
    </div>
  )
}
