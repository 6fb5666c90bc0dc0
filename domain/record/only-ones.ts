/** The objects of which a room has one only, by the word that names kind and object alike. */
export const onlyOnes = [
  'agenda',
  'worth',
  'ratification',
  'budget',
  'consent',
  'arrangements',
  'accreditation',
  'stakeholders',
] as const
