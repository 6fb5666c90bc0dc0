/** The rail: where one is, where one can go, who one is, and how to leave. */
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useRouterState } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { post } from '../api.ts'
import { forgetDrafts } from '../drafts.ts'
import { Button } from '../elements/button.tsx'
import { Side } from '../elements/side.tsx'
import { LanguageSwitch, ThemeSwitch } from '../elements/switches.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { useMySeat, useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'

const Places = () => {
  const { id, rooms } = useProcess()
  const seat = useMySeat()
  const say = useSay()
  const params = { process: id }
  const link = { params, activeProps: { 'aria-current': 'page' } } as const
  return (
    <nav aria-label={say('nav')}>
      <ul>
        <li>
          <Link to="/t/$process" {...link} activeOptions={{ exact: true }}>
            {say('nav.table')}
          </Link>
        </li>
        {seat.kind === 'mediator' && (
          <li>
            <Link to="/t/$process/desk" {...link}>
              {say('nav.desk')}
            </Link>
          </li>
        )}
        <li>
          <Link to="/t/$process/rooms" {...link}>
            {say('nav.rooms')}
          </Link>
        </li>
        {rooms.some(({ kind }) => kind === 'plenary') && (
          <li>
            <Link to="/t/$process/background" {...link} search={{}} activeOptions={{ includeSearch: false }}>
              {say('nav.background')}
            </Link>
          </li>
        )}
        {rooms.some(({ kind }) => kind === 'plenary') && (
          <li>
            <Link to="/t/$process/text" {...link}>
              {say('nav.text')}
            </Link>
          </li>
        )}
        {rooms.some(({ kind }) => kind === 'plenary') && (
          <li>
            <Link to="/t/$process/bargaining" {...link} search={{}} activeOptions={{ includeSearch: false }}>
              {say('nav.bargaining')}
            </Link>
          </li>
        )}
        {rooms.some(({ kind }) => kind === 'plenary') && (
          <li>
            <Link to="/t/$process/commitments" {...link} search={{}} activeOptions={{ includeSearch: false }}>
              {say('nav.commitments')}
            </Link>
          </li>
        )}
        {rooms.some(({ kind }) => kind === 'plenary') && (
          <li>
            <Link to="/t/$process/process" {...link} search={{}} activeOptions={{ includeSearch: false }}>
              {say('nav.process')}
            </Link>
          </li>
        )}
        {rooms.some(({ kind }) => kind === 'plenary') && (
          <li>
            <Link to="/t/$process/meetings" {...link} search={{}} activeOptions={{ includeSearch: false }}>
              {say('nav.meetings')}
            </Link>
          </li>
        )}
        <li>
          <Link to="/t/$process/people" {...link}>
            {say('nav.people')}
          </Link>
        </li>
        {rooms.some(({ kind }) => kind === 'caucus' || kind === 'office') && (
          <li>
            <Link to="/t/$process/stakeholders" {...link}>
              {say('nav.stakeholders')}
            </Link>
          </li>
        )}
        <li>
          <Link to="/t/$process/record" {...link}>
            {say('nav.record')}
          </Link>
        </li>
        <li>
          <Link to="/t/$process/search" {...link} search={{ q: '' }} activeOptions={{ includeSearch: false }}>
            {say('nav.search')}
          </Link>
        </li>
        <li>
          <Link to="/trust" activeProps={link.activeProps}>
            {say('nav.trust')}
          </Link>
        </li>
      </ul>
    </nav>
  )
}

const Leaving = () => {
  const say = useSay()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [trouble, setTrouble] = useState<Error | null>(null)
  const leave = async (path: string) => {
    try {
      await post(path, {})
      forgetDrafts()
      client.removeQueries({ queryKey: ['door'] })
      await navigate({ to: '/' })
      client.removeQueries({ queryKey: ['process'] })
    } catch (error) {
      setTrouble(error as Error)
    }
  }
  return (
    <div className="stack tight">
      <div>
        <Button look="text" onPress={() => void leave('/door/leave')}>
          {say('leave')}
        </Button>
      </div>
      <div>
        <Button look="text" onPress={() => void leave('/door/leave-everywhere')}>
          {say('leave.everywhere')}
        </Button>
      </div>
      <Outcome trouble={trouble} />
    </div>
  )
}

/** The rail of a process; on a narrow screen a bar whose menu opens. */
export const Rail = () => {
  const { id, process, me } = useProcess()
  const names = useNames()
  const say = useSay()
  const [open, setOpen] = useState(false)
  const path = useRouterState({ select: (state) => state.location.pathname })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu closes whenever the page changes.
  useEffect(() => setOpen(false), [path])
  const about = [
    process.exercise ? say('exercise') : '',
    process.round === undefined ? '' : say('round', { round: process.round }),
    process.venue ? names.of(process.venue) : '',
  ].filter((each) => each !== '')
  return (
    <header className="rail" data-open={open}>
      <div className="rail-top">
        <div>
          <Link className="brand" to="/t/$process" params={{ process: id }}>
            Parley
          </Link>
          <p className="rail-process">
            {names.of(process.name)}
            <br />
            {about.map((each) => each.replaceAll(' ', '\u00a0')).join('\u00a0· ')}
          </p>
        </div>
        <div className="rail-menu">
          <button
            type="button"
            className="button"
            aria-expanded={open}
            aria-controls="rail-foot"
            onClick={() => setOpen(!open)}
          >
            {say('menu')}
          </button>
        </div>
      </div>
      <Places />
      <div className="rail-foot" id="rail-foot">
        <p>
          <strong>{names.of(me.name)}</strong>
          <Side seat={me.seat} /> {names.function(me)}
        </p>
        <LanguageSwitch />
        <ThemeSwitch />
        <Leaving />
      </div>
    </header>
  )
}
