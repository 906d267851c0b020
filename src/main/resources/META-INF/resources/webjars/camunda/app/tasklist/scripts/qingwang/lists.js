/*
 * Lets a form with a list of rows be completed. The vendor's form renderer keeps an empty list of errors for a field of
 * such a row once they are mended, and all errors of a row that is taken out. Tasklist takes every field that is named
 * there for wrong, so its button would stay grey, with nothing on screen to mend. It counts the names with Object.keys:
 * there mended fields are left out, and what was wrong in rows is forgotten when one goes. All is checked once more on
 * completion.
 */
const keysOf = Object.keys;
let rowGoes = false;

const isNothing = (error) => error == null;
const areErrorsOfRows = (errors) =>
  Array.isArray(errors) && errors.every((error) => isNothing(error) || Array.isArray(error));
const areMended = (errors) => Array.isArray(errors) && errors.every(isNothing);

Object.keys = (object) => {
  const keys = keysOf(object);
  if (!keys[0]?.startsWith('Field_')) {
    return keys;
  }
  if (rowGoes) {
    keys.filter((key) => areErrorsOfRows(object[key])).forEach((key) => delete object[key]);
  }
  return keysOf(object).filter((key) => !areMended(object[key]));
};

document.addEventListener(
  'click',
  ({ target }) => {
    rowGoes = target.closest('.fjs-repeat-row-remove') !== null;
    setTimeout(() => (rowGoes = false));
  },
  true
);

export default [];
