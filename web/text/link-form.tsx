/** Linking clauses into a package: this one only with those. */
import { useState } from 'react'
import { useAct } from '../acts.ts'
import { Button } from '../elements/button.tsx'
import { LineField, Pick } from '../elements/field.tsx'
import { useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { useClauseOptions } from './clause-options.ts'
import type { Row } from './row.ts'
import { Sending } from './sending.tsx'
import { useText } from './text-context.tsx'

export const LinkForm = ({ row: { clause }, done }: { readonly row: Row; readonly done: () => void }) => {
  const say = useSay()
  const { me } = useProcess()
  const { room, languages } = useText()
  const acting = useAct(room.id)
  const options = useClauseOptions(clause.id)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [next, setNext] = useState(options[0]?.key ?? '')
  const [words, setWords] = useState('')
  const language = languages.includes(me.language) ? me.language : (languages[0] ?? 'en')
  const nameOf = (id: string) => options.find(({ key }) => key === id)?.name ?? ''
  const send = async () => {
    const said = words.trim() === '' ? {} : { words: { [language]: words.trim() } }
    const payload = { id: crypto.randomUUID(), clauses: [clause.id, ...chosen], ...said }
    if (await acting.act({ kind: 'text.link', object: 'text', base: null, payload })) done()
  }
  return (
    <section className="stack propose" aria-label={say('text.link')}>
      <p className="hint">{say('text.link.hint')}</p>
      <ul className="chosen">
        {chosen.map((id) => (
          <li key={id} className="line">
            <span lang={language}>{nameOf(id)}</span>
            <Button look="text" onPress={() => setChosen(chosen.filter((each) => each !== id))}>
              {say('text.link.not')}
            </Button>
          </li>
        ))}
      </ul>
      <div className="columns">
        <div className="line end">
          <Pick
            label={say('text.link.with')}
            value={next}
            onChange={setNext}
            among={options.filter(({ key }) => !chosen.includes(key))}
          />
          <Button
            isDisabled={next === '' || chosen.includes(next)}
            onPress={() => {
              setChosen([...chosen, next])
              setNext(options.find(({ key }) => key !== next && !chosen.includes(key))?.key ?? '')
            }}
          >
            {say('text.link.add')}
          </Button>
        </div>
        <LineField label={say('text.link.words')} lang={language} value={words} onChange={setWords} />
      </div>
      <Sending
        ready={chosen.length > 0}
        acting={acting}
        send={() => void send()}
        label={say('text.link.do')}
        cancel={done}
      />
    </section>
  )
}
