/** Starts the screen. */
import './paper/fonts.css'
import './paper/tokens.css'
import './paper/base.css'
import './paper/shell.css'
import './paper/controls.css'
import './paper/sheets.css'
import './paper/door.css'
import './paper/room.css'
import './paper/table.css'
import './paper/desk.css'
import './paper/reading.css'
import './paper/people.css'
import './paper/text.css'
import './paper/versions.css'
import './paper/findings.css'
import './paper/text-print.css'
import './paper/take-home.css'
import './paper/worth.css'
import './paper/bargaining.css'
import './paper/record.css'
import './paper/mediator.css'
import './paper/print.css'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no place for the screen')
createRoot(root).render(<App />)
