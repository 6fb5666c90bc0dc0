/** A paper in a room: its title, its files, and what became of it. */
import { Link } from '@tanstack/react-router'
import { type FileReference, type FileType, fileIn } from '#domain/rooms/paper.ts'
import { useAct } from '../../acts.ts'
import { Button } from '../../elements/button.tsx'
import { Confirm } from '../../elements/dialog.tsx'
import { useFileSize } from '../../elements/file-size.ts'
import { useLanguageName } from '../../elements/languages.ts'
import { Renderings } from '../../elements/renderings.tsx'
import { Outcome } from '../../elements/trouble.tsx'
import { WhoReads } from '../../elements/who-reads.tsx'
import { useMay, useMySeat, useProcess } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { Byline, Fate, SeenBy, UseLabel } from '../entry-parts.tsx'
import { InterpreterTools } from '../interpreter-tools.tsx'
import { useRoom } from '../room-context.tsx'
import type { PaperObject } from '../threads.ts'

const short: Readonly<Record<FileType, string>> = {
  'application/pdf': 'PDF',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
  'application/xml': 'XML',
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'image/webp': 'WebP',
  'image/gif': 'GIF',
}

const FileLink = ({
  entry,
  language,
  file,
}: {
  readonly entry: PaperObject
  readonly language: string
  readonly file: FileReference
}) => {
  const { id: process } = useProcess()
  const { view } = useRoom()
  const say = useSay()
  const languageName = useLanguageName()
  const size = useFileSize()
  return (
    <a
      className="button"
      href={`/api/processes/${process}/rooms/${view.room.id}/papers/${entry.object}/file/${language}`}
      download
    >
      {say('file.take', { language: languageName(language), type: short[file.type], size: size(file.bytes) })}
    </a>
  )
}

const Deeds = ({ entry }: { readonly entry: PaperObject }) => {
  const { view, reply } = useRoom()
  const say = useSay()
  const may = useMay(view.room)
  const own = useMySeat().key === entry.state.author?.seat
  const acting = useAct(view.room.id)
  const { object, revision, state } = entry
  const withdraw = async () =>
    (await acting.act({ kind: 'paper.withdraw', object, base: revision, payload: {} })) !== null
  return (
    <div className="line deeds no-print">
      {reply && may('message.send') && !state.withdrawnAt && !own && (
        <Button look="text" onPress={() => reply({ about: { object } })}>
          {say('ask-about')}
        </Button>
      )}
      {own && may('paper.withdraw') && !state.withdrawnAt && state.carried.length === 0 && (
        <Confirm
          label={say('withdraw')}
          look="text"
          title={say('withdraw.title')}
          action={say('withdraw')}
          confirm={withdraw}
          busy={acting.busy}
        >
          <p>{say('withdraw.why')}</p>
          <Outcome trouble={acting.trouble} />
        </Confirm>
      )}
      <WhoReads room={view.room} about={say('about.paper')} />
    </div>
  )
}

export const PaperEntry = ({ entry }: { readonly entry: PaperObject }) => {
  const { id: process, process: table } = useProcess()
  const { view } = useRoom()
  const say = useSay()
  const { state } = entry
  const languages = [...new Set([...table.languages, ...Object.keys(state.files)])]
  return (
    <article className="entry" id={`object-${entry.object}`} data-withdrawn={state.withdrawnAt !== undefined}>
      <p className="entry-head">
        <Byline author={state.author} at={state.at} voice={state.voice} />
        <span className="nature">{say(state.nonPaper ? 'paper.non-paper' : 'paper')}</span>
        <UseLabel kept={state} />
      </p>
      <Renderings text={state} title />
      <InterpreterTools entry={entry} />
      <div className="line">
        {state.form === 'bilingual' && (
          <Link
            className="button"
            data-look="main"
            to="/t/$process/rooms/$room/papers/$paper"
            params={{ process, room: view.room.id, paper: entry.object }}
          >
            {say('paper.read')}
          </Link>
        )}
        {languages.map((language) => {
          const file = fileIn(state, language)
          return file && <FileLink key={language} entry={entry} language={language} file={file} />
        })}
      </div>
      <Fate kept={state} />
      <SeenBy author={state.author} first={entry.first} />
      <Deeds entry={entry} />
    </article>
  )
}
