/**
 * What a reader finds in the thirteen steps of annex I to Security Council resolution 2202 (2015), written down before
 * the meter was run on them: each demand of a step in its order, with what it lacks.
 */
import type { Flag } from '../meter.ts'

const nobody: readonly Flag[] = ['no-actor', 'no-verifier']
const bare: readonly Flag[] = ['no-actor', 'no-date', 'no-verifier']

/**
 * By the number of the step. All of them oblige. A sentence that only goes on with the demand before it ("This process
 * is to …") is no demand of its own.
 */
export const thirteenSteps: Readonly<Record<string, readonly (readonly Flag[])[]>> = {
  '1.': [nobody],
  '2.': [['no-verifier']],
  '3.': [[]],
  '4.': [nobody, nobody],
  '5.': [bare],
  '6.': [nobody],
  '7.': [bare],
  '8.': [bare, ['no-date', 'no-verifier'], [...bare, 'passive']],
  '9.': [['no-verifier', 'condition-without-order']],
  '10.': [['no-actor', 'no-date'], bare],
  '11.': [[...nobody, 'condition-without-order'], nobody],
  '12.': [
    [...bare, 'passive', 'condition-without-order'],
    ['no-actor', 'no-date', 'passive'],
  ],
  '13.': [bare],
}
