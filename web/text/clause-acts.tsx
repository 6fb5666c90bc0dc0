/** What can be done with the clause the reader is on: the usual things as buttons, the rest in a menu. */
import { Menu, MenuItem, MenuTrigger, Popover, Button as Pressed } from 'react-aria-components'
import { Button } from '../elements/button.tsx'
import { useMay } from '../process.tsx'
import { type Phrase, useSay } from '../speech.tsx'
import { ConsentLine } from './consent-line.tsx'
import type { Doing } from './desk.ts'
import type { Row } from './row.ts'
import { useText } from './text-context.tsx'
import { useRole } from './use-proposing.ts'

type Plain = Exclude<Doing['what'], 'bracket' | 'translate'>

/** What the reader may do here beyond the usual: the pen's work on places, packages, what was. */
const useMore = ({ clause }: Row): readonly { readonly what: Plain; readonly name: Phrase }[] => {
  const { room } = useText()
  const may = useMay(room)
  const role = useRole()
  const all: readonly (readonly [Plain, Phrase, boolean])[] = [
    ['new', 'text.new-clause', role !== null],
    ['place', 'text.place', may('clause.move')],
    ['number', 'text.number', may('clause.number')],
    ['split', 'text.split', may('clause.split')],
    ['merge', 'text.merge', may('clause.merge')],
    ['link', 'text.link', may('text.link')],
    ['settled', 'text.settled', clause.settled.length > 0],
    ['history', 'text.history', true],
  ]
  return all.flatMap(([what, name, allowed]) => (allowed ? [{ what, name }] : []))
}

const More = ({ row }: { readonly row: Row }) => {
  const say = useSay()
  const { desk } = useText()
  const more = useMore(row)
  return (
    <MenuTrigger>
      <Pressed className="button">{say('text.more')}</Pressed>
      <Popover className="popover menu">
        <Menu
          aria-label={say('text.more')}
          onAction={(key) => {
            const chosen = more.find(({ what }) => what === key)
            if (chosen) desk.open(row.clause.id, { what: chosen.what })
          }}
        >
          {more.map(({ what, name }) => (
            <MenuItem key={what} id={what} className="menu-item">
              {say(name)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

export const ClauseActs = ({ row, doing }: { readonly row: Row; readonly doing: Doing | null }) => {
  const say = useSay()
  const { desk, home, channel, room } = useText()
  const role = useRole()
  const mayComment = useMay(home)('message.send')
  const mayAsk = useMay(channel)('message.send') && room.kind === 'plenary'
  const open = (what: Plain) => desk.open(row.clause.id, { what })
  return (
    <div className="line text-acts no-print">
      {role && doing?.what !== 'propose' && (
        <Button onPress={() => open('propose')}>
          {say(role === 'party' ? 'text.propose' : 'text.write-other')}
        </Button>
      )}
      <ConsentLine row={row} />
      {mayComment && (
        <Button onPress={() => open('comment')}>
          {say(home?.kind === 'office' ? 'text.comment.office' : 'text.comment')}
        </Button>
      )}
      {mayAsk && <Button onPress={() => open('ask')}>{say('text.ask')}</Button>}
      <More row={row} />
    </div>
  )
}
