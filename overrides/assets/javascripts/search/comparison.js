// Read where two terms are compared.

/** The sides of a comparison: what stands before and after its *và* or *hay*. */
export function sides(units, { between }, fold) {
  const at = units.findIndex(({ written }, i) => between.includes(fold(written)) && units.slice(0, i).some((unit) => !unit.spare));
  const told = [units.slice(0, at), units.slice(at + 1)].map((side) => side.filter((unit) => !unit.spare));
  return at > 0 && told.every(({ length }) => length) ? told : [];
}
