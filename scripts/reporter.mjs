/** Counts what passed and failed over all test files, hooks and files that did not load included, for scripts/test.mjs. */
import { writeFileSync } from 'node:fs'

/** A vitest reporter; it writes the counts as JSON to the file that PARLEY_COUNTS names. */
export class Counts {
  onTestRunEnd(modules, unhandled) {
    const states = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => test.result().state),
    )
    const broken = modules
      .flatMap((module) => [module, ...module.children.allSuites()])
      .filter((suite) => suite.errors().length > 0)
    const count = (state) => states.filter((found) => found === state).length
    const failed = count('failed') + broken.length + unhandled.length
    writeFileSync(
      process.env.PARLEY_COUNTS,
      JSON.stringify({ passed: count('passed'), failed, skipped: count('skipped') + count('pending') }),
    )
  }
}

// vitest takes a reporter from a file by its default export.
// biome-ignore lint/style/noDefaultExport: vitest asks for it
export default Counts
