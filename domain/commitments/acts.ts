/** The acts of commitments, from the stipulation to the case. */
import type { AnyRule } from '#domain/record/rule.ts'
import { caseActs } from './case-acts.ts'
import { evidenceActs } from './evidence-acts.ts'
import { findingActs } from './finding-acts.ts'
import { forceActs } from './force-acts.ts'
import { inspectionActs } from './inspection-acts.ts'
import { outsideActs } from './outside/outside-acts.ts'
import { reportActs } from './report-acts.ts'
import { sightingActs } from './sighting-acts.ts'
import { stipulationActs } from './stipulation-acts.ts'

/** The rules, by kind of act. */
export const commitmentActs: Readonly<Record<string, AnyRule>> = {
  ...stipulationActs,
  ...forceActs,
  ...reportActs,
  ...sightingActs,
  ...inspectionActs,
  ...evidenceActs,
  ...findingActs,
  ...caseActs,
  ...outsideActs,
}
