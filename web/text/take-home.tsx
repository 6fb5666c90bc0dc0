/** Taking the text home: a menu of the forms in which it leaves the house, each a file. */
import { Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import type { Room } from '#domain/parties/process.ts'
import type { TextForm } from '#domain/text/export/writers.ts'
import { Button } from '../elements/button.tsx'
import { capital, useLanguageName } from '../elements/languages.ts'
import { useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'

/** The forms in the order of the menu; of some there is a file for each language. */
const forms: readonly { readonly form: TextForm; readonly each: boolean }[] = [
  { form: 'html', each: false },
  { form: 'txt', each: true },
  { form: 'akn', each: true },
  { form: 'csv', each: false },
  { form: 'json', each: false },
]

/** The menu beside the title of a text. */
export const TakeHome = ({ room }: { readonly room: Room }) => {
  const say = useSay()
  const languageName = useLanguageName()
  const { id, process } = useProcess()
  const text = `/api/processes/${id}/rooms/${room.id}/text`
  const address = `${text}/export`
  return (
    <DialogTrigger>
      <Button>{say('text.home')}</Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="take-home">
          <Heading slot="title" level={2}>
            {say('text.home')}
          </Heading>
          <ul>
            <li>
              <strong>PDF</strong>
              <span className="line">
                {(['bracketed', 'clean'] as const).map((as) => (
                  <a key={as} href={`${text}/print?to=pdf&as=${as}`} download>
                    {say(`text.home.${as}`)}
                  </a>
                ))}
              </span>
              <span className="small quiet">{say('text.home.pdf.hint')}</span>
            </li>
            <li>
              <strong>Word</strong>
              <span className="line">
                <a href={`${text}/print?to=docx`} download>
                  {say('text.home.all')}
                </a>
              </span>
              <span className="small quiet">{say('text.home.docx.hint')}</span>
            </li>
            {forms.map(({ form, each }) => (
              <li key={form}>
                <strong>{say(`text.home.${form}`)}</strong>
                <span className="line">
                  {each ? (
                    process.languages.map((language) => (
                      <a key={language} href={`${address}?to=${form}&language=${language}`} download>
                        {capital(languageName(language))}
                      </a>
                    ))
                  ) : (
                    <a href={`${address}?to=${form}`} download>
                      {say('text.home.all')}
                    </a>
                  )}
                </span>
                <span className="small quiet">{say(`text.home.${form}.hint`)}</span>
              </li>
            ))}
          </ul>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
