/** The command line: calls the command and ends as it ends. */
import { callParley } from './calling.ts'

process.exitCode = await callParley(process.argv.slice(2))
