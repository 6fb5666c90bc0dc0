/** The fields of a stipulation that are choices: who, how it is seen, under what it is counted. */
import english from '#contract/provisions.en.json' with { type: 'json' }
import russian from '#contract/provisions.ru.json' with { type: 'json' }
import { provisionStems } from '#domain/commitments/scores/provisions.ts'
import { themes, verificationMeans } from '#domain/commitments/terms.ts'
import { LineField, Pick, Tick } from '../elements/field.tsx'
import { usePreferences } from '../preferences.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import type { Form } from '../use-form.ts'
import { CodeField } from './outside/code-field.tsx'
import type { Writing } from './stipulation-written.ts'

/** Who is bound, or who gains: parties, and seats that may owe something. */
export const Actors = ({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: readonly string[]
  readonly onChange: (value: readonly string[]) => void
}) => {
  const names = useNames()
  const { process } = useProcess()
  const others = process.seats.filter(({ kind }) => ['verifier', 'guarantor', 'mediator'].includes(kind))
  const all = [
    ...process.parties.map(({ key }) => ({ key, name: names.party(key) })),
    ...others.map(({ key }) => ({ key, name: names.seat(key) })),
  ]
  return (
    <fieldset className="field">
      <legend className="field-title">{label}</legend>
      {all.map(({ key, name }) => (
        <Tick
          key={key}
          label={name}
          value={value.includes(key)}
          onChange={(on) => onChange(on ? [...value, key] : value.filter((each) => each !== key))}
        />
      ))}
    </fieldset>
  )
}

/** How one will see that it was done, with the quota of inspections and who looks. */
export const Seeing = ({ form }: { readonly form: Form<Writing> }) => {
  const say = useSay()
  const names = useNames()
  const { process } = useProcess()
  const { value, write } = form
  const verifiers = process.seats.filter(({ kind }) => kind !== 'party' && kind !== 'public')
  return (
    <>
      <fieldset className="field">
        <legend className="field-title">{say('commitments.verification')}</legend>
        {verificationMeans.map((each) => (
          <Tick
            key={each}
            label={say(`commitments.means.${each}`)}
            value={value.means.includes(each)}
            onChange={(on) =>
              write({ means: on ? [...value.means, each] : value.means.filter((one) => one !== each) })
            }
          />
        ))}
      </fieldset>
      <div className="columns">
        {value.means.includes('inspection') && (
          <LineField
            type="number"
            label={say('commitments.quota')}
            value={value.quota}
            onChange={(quota) => write({ quota })}
          />
        )}
        <Pick
          label={say('commitments.verifier')}
          value={value.verifier}
          onChange={(verifier) => write({ verifier })}
          among={[
            { key: '', name: say('commitments.nobody') },
            ...verifiers.map(({ key }) => ({ key, name: names.seat(key) })),
          ]}
        />
      </div>
    </>
  )
}

/** Under what it is counted, here and by outside coders. */
export const Counted = ({ form }: { readonly form: Form<Writing> }) => {
  const say = useSay()
  const { language } = usePreferences()
  const provisions = language === 'ru' ? russian : english
  const { value, write } = form
  return (
    <div className="columns">
      <Pick
        label={say('commitments.theme')}
        value={value.theme}
        onChange={(key) => write({ theme: key as Writing['theme'] })}
        among={themes.map((key) => ({ key, name: say(`commitments.theme.${key}`) }))}
      />
      <LineField label={say('commitments.tags')} value={value.tags} onChange={(tags) => write({ tags })} />
      <CodeField value={value.codes} onChange={(codes) => write({ codes })} />
      <Pick
        label={say('commitments.provision')}
        value={value.provision}
        onChange={(provision) => write({ provision })}
        among={[
          { key: '', name: '—' },
          ...provisionStems
            .map((key) => ({ key, name: provisions[key] }))
            .toSorted((one, other) => one.name.localeCompare(other.name, language)),
        ]}
      />
    </div>
  )
}
