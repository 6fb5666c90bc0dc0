/** `parley meetings check`: what does not go together on a timetable, and the timetable as a calendar. */
import { writeFile } from 'node:fs/promises'
import { createIntl } from '@formatjs/intl'
import { conflictTellerOf } from '#contract/conflict-words.ts'
import en from '#contract/conflicts.en.json' with { type: 'json' }
import ru from '#contract/conflicts.ru.json' with { type: 'json' }
import { calendarOfSessions } from '#contract/meetings-calendar.ts'
import { MeetingsFile } from '#contract/meetings-file.ts'
import { type Conflict, conflictsOf } from '#domain/meetings/conflicts.ts'
import { localTime } from '#domain/meetings/local-time.ts'
import { timetableIn } from '#domain/meetings/reading.ts'
import { type Localised, named } from '#domain/parties/localised.ts'
import { isTimeZone } from '#domain/parties/quiet-hours.ts'
import {
  BadUsage,
  type Call,
  type Command,
  type Ending,
  jsonOption,
  print,
  tell,
  textOf,
} from '../command.ts'
import { languageOf, readJsonFile, type ToldIn } from '../input.ts'
import { brokenIn, sessionsOf } from './meetings-file.ts'

const readMeetings = async (path: string): Promise<MeetingsFile> => {
  const file = await readJsonFile(path, MeetingsFile, 'is not a file of meetings')
  const broken = isTimeZone(file.arrangements.timeZone)
    ? brokenIn(file)
    : `${file.arrangements.timeZone} is no time zone that is known here`
  if (broken !== undefined) throw new BadUsage(`${path}: ${broken}`)
  return file
}

type Keyed = readonly { readonly key: string; readonly name: Localised }[]

const tellerFor = (file: MeetingsFile, language: ToldIn): ((conflict: Conflict) => string) => {
  const intl = createIntl({ locale: language, messages: language === 'ru' ? ru : en })
  const nameIn = (all: Keyed) => (key: string) =>
    named(all.find((each) => each.key === key)?.name ?? {}, language) || key
  const sessions = file.sessions.map(({ key, title }) => ({ key, name: title }))
  const parties = file.seats.flatMap(({ party, name }) => (party === undefined ? [] : [{ key: party, name }]))
  const names = {
    session: nameIn(sessions),
    person: nameIn(file.members),
    venue: nameIn(file.arrangements.venues),
    entrance: nameIn(file.arrangements.entrances),
    party: nameIn(parties),
    language: (tag: string) => new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag,
    day: (day: string) => day,
    listing: (all: readonly string[]) => new Intl.ListFormat(language).format(all),
  }
  const sentence = conflictTellerOf(names, (code, facts) =>
    String(intl.formatMessage({ id: code }, { ...facts })),
  )
  return (conflict) => {
    const [own] = conflict.sessions
    return `${names.session(own ?? '')}: ${sentence(conflict, own ?? '')}`
  }
}

const writeCalendar = async (out: string, file: MeetingsFile, language: ToldIn): Promise<void> => {
  const slug = named(file.name, 'en')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
  const view = {
    arrangements: { revision: 1, state: file.arrangements },
    sessions: sessionsOf(file).map((each) => ({ ...each, object: `${each.object}.${slug}` })),
    ...{ accreditations: [], minutes: [], papers: [], at: new Date().toISOString() },
  }
  try {
    await writeFile(out, calendarOfSessions({ view, process: { name: file.name, seats: [] }, language }))
  } catch (error) {
    throw new BadUsage(
      `${out} cannot be written: ${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}`,
    )
  }
  tell(`${out}: ${view.sessions.length} sessions`)
}

const sessionLine = (
  file: MeetingsFile,
  session: MeetingsFile['sessions'][number],
  language: ToldIn,
): string => {
  const { timeZone } = file.arrangements
  const [begin, end] = [session.begin, session.end].map((at) => localTime(timeZone, Date.parse(at)))
  const mark = session.cancelled ? ' ×' : ''
  return `  ${begin?.day} ${begin?.clock.slice(0, 5)}–${end?.clock.slice(0, 5)}  ${named(session.title, language)}${mark}`
}

const check = async (call: Call): Promise<Ending> => {
  const [path = ''] = call.positionals
  const language = languageOf(call)
  const file = await readMeetings(path)
  const seats = file.seats.map((seat) => ({ ...seat, kind: 'party' as const, timeZone: 'UTC' }))
  const read = { arrangements: { state: file.arrangements }, sessions: sessionsOf(file) }
  const conflicts = conflictsOf(timetableIn(read, { seats }))
  const sentence = tellerFor(file, language)
  const out = textOf(call, 'ics')
  if (out !== undefined) await writeCalendar(out, file, language)
  const told = conflicts.map((each) => ({ ...each, sentence: sentence(each) }))
  const inTime = file.sessions.toSorted((a, b) => (a.begin < b.begin ? -1 : a.begin > b.begin ? 1 : 0))
  print(call, { conflicts: told }, [
    `${named(file.name, language)} (${file.arrangements.timeZone})`,
    ...told.map((each) => `! ${each.sentence}`),
    ...inTime.map((session) => sessionLine(file, session, language)),
  ])
  return conflicts.length === 0 ? 0 : 1
}

/** The command. */
export const checkMeetingsCommand: Command = {
  name: 'meetings check',
  words: 1,
  usage: 'MEETINGS.json [--lang en|ru] [--ics OUT.ics] [--json]',
  summary: 'show what does not go together on a timetable: people, venues, entrances, interpreters',
  options: { lang: { type: 'string' }, ics: { type: 'string' }, ...jsonOption },
  run: check,
}
