/** One periodic monitoring report: in either language, to take home, with each side's dissent. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { PeriodicView } from '#contract/commitments-views.ts'
import { useAct } from '../../acts.ts'
import { Download } from '../../elements/button.tsx'
import { useLanguageName } from '../../elements/languages.ts'
import { PageTitle } from '../../elements/page.tsx'
import { RoomLine } from '../../elements/room-line.tsx'
import { Shown } from '../../elements/shown.tsx'
import { useMay, useMySeat, useProcess } from '../../process.tsx'
import { periodicQuery } from '../../queries.ts'
import { useSay } from '../../speech.tsx'
import { WordsAct } from '../../words-act.tsx'
import { useRoom } from '../use-commitments.ts'
import { Sheets } from './sheets.tsx'

type Issued = NonNullable<PeriodicView['report']>

const Dissent = ({ report }: { readonly report: Issued }) => {
  const say = useSay()
  const { party } = useMySeat()
  const may = useMay(useRoom('plenary'))
  const acting = useAct(report.room)
  const { object, state } = report
  if (!may('monitoring-report.dissent') || state.dissents.some((each) => each.party === party)) return null
  return (
    <WordsAct
      name={`dissent/${object}`}
      label={say('commitments.dissent')}
      acting={acting}
      send={async (words) =>
        (await acting.act({ kind: 'monitoring-report.dissent', object, base: null, payload: { words } })) !==
        null
      }
    />
  )
}

const Files = ({ report, languages }: { readonly report: string; readonly languages: readonly string[] }) => {
  const say = useSay()
  const languageName = useLanguageName()
  const { id } = useProcess()
  const address = `/api/processes/${id}/commitments/reports/${report}/print`
  return (
    <div className="line no-print">
      {(['pdf', 'docx'] as const).flatMap((to) =>
        [undefined, ...languages].map((language) => (
          <Download
            key={`${to}${language}`}
            href={`${address}?to=${to}${language === undefined ? '' : `&language=${language}`}`}
          >
            {say('commitments.periodic.file', {
              form: to === 'pdf' ? 'PDF' : 'Word',
              language: language === undefined ? say('commitments.periodic.both') : languageName(language),
            })}
          </Download>
        )),
      )}
    </div>
  )
}

export const PeriodicPage = ({ report: id }: { readonly report: string }) => {
  const say = useSay()
  const { id: process } = useProcess()
  const plenary = useRoom('plenary')
  const query = useQuery(periodicQuery(process, id))
  return (
    <div className="stack">
      <div className="page-head">
        {plenary && <RoomLine room={plenary} />}
        <PageTitle>{say('commitments.periodic')}</PageTitle>
        <p className="small no-print">
          <Link to="/t/$process/commitments" params={{ process }} search={{ view: 'reports' }}>
            {say('commitments.periodic.back')}
          </Link>
        </p>
      </div>
      <Shown query={query}>
        {({ report, sheets }) => (
          <>
            <Files report={id} languages={Object.keys(sheets)} />
            <Sheets sheets={sheets} />
            {report && <Dissent report={report} />}
          </>
        )}
      </Shown>
    </div>
  )
}
