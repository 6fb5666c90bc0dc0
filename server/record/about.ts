/** The page that comes with an exported record: what it proves, what it does not, and how to check it, in each language. */
import { named } from '#domain/parties/localised.ts'
import type { About } from '#domain/record/folder.ts'

interface Words {
  readonly title: string
  readonly whose: (process: string, seat: string, at: string) => string
  readonly exercise: string
  readonly secret: string
  readonly contents: readonly (readonly [string, string])[]
  readonly provesTitle: string
  readonly proves: readonly string[]
  readonly notTitle: string
  readonly not: readonly string[]
  readonly howTitle: string
  readonly how: readonly string[]
}

const en: Words = {
  title: 'The record: what this folder proves',
  whose: (process, seat, at) => `${process}. Written for the seat “${seat}” at ${at} (UTC).`,
  exercise: 'This is an exercise. Its witnesses ran inside the server that they watched.',
  secret:
    'Keep this folder as you would keep the papers of your rooms. It holds every word your seat may read, and the salts that show which entry of a log stands for which act.',
  contents: [
    ['checkpoint', 'the head of a log: how many entries, one hash of them all, and who signed'],
    ['policy', 'the keys of the log and of its witnesses, and how many must agree'],
    ['tile/', 'the hashes and the entries of the log; an entry tells nothing by itself'],
    ['acts.jsonl', 'the acts of the room that your seat may read, each with its salt'],
    [
      'anchorings.jsonl',
      'where the head of this log stands in the anchor log, which all sides see, tick by tick',
    ],
    ['state.json', 'what the acts amount to, object by object, as hashes'],
    ['files/', 'the papers of the room, each under the SHA-256 of its bytes'],
    ['proofs/', 'for each act a proof that can be handed to a third person together with act and salt'],
  ],
  provesTitle: 'What it proves',
  proves: [
    'Each act stood in the log of its room at this place when the witnesses signed, and has not been changed, dropped or moved since.',
    'Everybody who holds a checkpoint of the same size holds the same history. Two different ones, both signed, convict the log.',
    'The times of the witnesses say when, without trusting the clock of the server.',
  ],
  notTitle: 'What it does not prove',
  not: [
    'That what an act says is true, or that nobody else sat at the keyboard of the member who is named.',
    'Anything against a log whose witnesses all conspired with whoever runs the server. A witness that the server plays itself counts for nothing.',
    'That the keys in the file “policy” are the right ones: it came from the server. Compare them with those your side was given on another way.',
    'That nothing was kept from you: entries your seat may not read are in the log, and their words are not here.',
  ],
  howTitle: 'How to check it',
  how: [
    'With Parley: parley verify log FOLDER --policy YOUR-POLICY. It looks at every entry, every tile, every signature and every act, and names the first that is wrong. Add --replay to compute the state of each room again from its acts.',
    'Without us: checkpoints are signed notes, and tiles are those of C2SP tlog-tiles, so that any implementation reads them, for example golang.org/x/mod/sumdb/note and tlog. The entry of an act is canonical JSON (RFC 8785) of room, index and commitment; the commitment is SHA-256 over the salt and the canonical JSON of the act.',
  ],
}

const ru: Words = {
  title: 'Протокол: что доказывает эта папка',
  whose: (process, seat, at) => `${process}. Записано для места «${seat}» ${at} (UTC).`,
  exercise: 'Это учебная ситуация. Её свидетели работали на том же сервере, за которым следили.',
  secret:
    'Храните эту папку так же, как бумаги ваших комнат. В ней все слова, которые вправе читать ваше место, и соль, по которой видно, какая запись журнала какому действию отвечает.',
  contents: [
    ['checkpoint', 'контрольная точка: сколько записей в журнале, один хеш на все и кто подписал'],
    ['policy', 'ключи журнала и его свидетелей и сколько из них должны сойтись'],
    ['tile/', 'хеши и записи журнала; сама по себе запись ничего не раскрывает'],
    ['acts.jsonl', 'действия в комнате, которые вправе читать ваше место, каждое со своей солью'],
    [
      'anchorings.jsonl',
      'где конец этого журнала стоит в якорном журнале, который видят все стороны, такт за тактом',
    ],
    ['state.json', 'к чему привели действия: хеш каждого предмета'],
    ['files/', 'бумаги комнаты, каждая под SHA-256 своего содержимого'],
    [
      'proofs/',
      'для каждого действия — доказательство, которое вместе с действием и солью можно отдать третьему лицу',
    ],
  ],
  provesTitle: 'Что она доказывает',
  proves: [
    'Каждое действие стояло в журнале своей комнаты на этом месте, когда подписывали свидетели, и с тех пор не было изменено, изъято или переставлено.',
    'У каждого, у кого есть контрольная точка того же размера, та же история. Две разные точки с подписью журнала изобличают его.',
    'Время называют свидетели, поэтому верить часам сервера не нужно.',
  ],
  notTitle: 'Чего она не доказывает',
  not: [
    'Что сказанное в действии — правда и что за клавиатурой названного лица не сидел кто-то другой.',
    'Ничего против журнала, все свидетели которого сговорились с тем, кто держит сервер. Свидетель, роль которого играет сам сервер, не значит ничего.',
    'Что ключи в файле «policy» верны: он получен с сервера. Сверьте их с теми, которые ваша сторона получила иным путём.',
    'Что от вас ничего не утаено: записи, которые ваше место читать не вправе, в журнале есть, а их слов здесь нет.',
  ],
  howTitle: 'Как проверить',
  how: [
    'С помощью Parley: parley verify log ПАПКА --policy ВАШ-ФАЙЛ. Команда просматривает каждую запись, каждую плитку, каждую подпись и каждое действие и называет первое, что неверно. С ключом --replay состояние каждой комнаты вычисляется заново по её действиям.',
    'Без нас: контрольные точки — это signed note, плитки — C2SP tlog-tiles, и прочесть их может любая реализация, например golang.org/x/mod/sumdb/note и tlog. Запись о действии — канонический JSON (RFC 8785) из комнаты, номера и обязательства; обязательство — SHA-256 от соли и канонического JSON действия.',
  ],
}

const known: Readonly<Record<string, Words>> = { en, ru }

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (words: string): string => words.replace(/[&<>"]/g, (char) => entities[char] ?? char)

const list = (items: readonly string[]): string =>
  `<ul>${items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`

const inLanguage = (language: string, words: Words, about: About): string => {
  const { process, seat, at, logs } = about
  const rooms = logs.map((log) =>
    log.kind === 'room' ? `${named(log.room.name, language)}: ${log.log}` : log.log,
  )
  const contents = words.contents.map(([name, what]) => `<dt>${name}</dt><dd>${escaped(what)}</dd>`).join('')
  return `<article lang="${escaped(language)}"><h1>${words.title}</h1>
<p>${escaped(words.whose(named(process.name, language), seat, at.slice(0, 19).replace('T', ' ')))}</p>
${process.exercise ? `<p><strong>${words.exercise}</strong></p>` : ''}<p>${escaped(words.secret)}</p>
<dl>${contents}</dl>${list(rooms)}
<h2>${words.provesTitle}</h2>${list(words.proves)}<h2>${words.notTitle}</h2>${list(words.not)}
<h2>${words.howTitle}</h2>${list(words.how)}</article>`
}

const style = `body{font:10.5pt/1.4 Georgia,serif;margin:2cm auto;max-width:48em;padding:0 1em;color:#22262d;background:#fffefb}
h1{font-size:1.5em}h2{font-size:1.1em;margin-block:1em .3em}ul{margin:0;padding-inline-start:1.2em}article+article{margin-block-start:3em}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2em 1em}dt{font-family:monospace}dd{margin:0}`

/** The page, in every language of the process that Parley speaks; in English if it speaks none of them. */
export const aboutPage = (about: About): string => {
  const spoken = about.process.languages.filter((language) => Object.hasOwn(known, language))
  const articles = (spoken.length > 0 ? spoken : ['en']).map((language) =>
    inLanguage(language, known[language] ?? en, about),
  )
  return `<!doctype html><html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Parley</title><style>${style}</style>
${articles.join('\n')}
</html>
`
}
