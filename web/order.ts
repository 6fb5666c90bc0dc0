/** The order in which the members of a seat are named: by what they are there for, the head first. */
import { type Member, memberFunctions } from '#domain/parties/member.ts'

const order: readonly string[] = memberFunctions

/** Sorts members by function; those with the same function keep the order they came in. */
export const byFunction = <T extends { readonly function: Member['function'] | string }>(
  members: readonly T[],
): readonly T[] =>
  members.toSorted((one, other) => order.indexOf(one.function) - order.indexOf(other.function))
