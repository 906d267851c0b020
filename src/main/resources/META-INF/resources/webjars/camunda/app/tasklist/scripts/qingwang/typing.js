/*
 * Keeps what is typed. The vendor's forms take a text over a third of a second after the last key; when they draw
 * themselves anew before that, as they do while a slow machine still works on the field before, they put the old text
 * back and the new one is gone. A field that is left is taken over at once, so each key is followed by that event.
 */
const TEXTS = '.fjs-form-field-textfield input, .fjs-form-field-textarea textarea';

document.addEventListener('input', ({ target }) => {
  if (target.matches(TEXTS)) {
    target.dispatchEvent(new FocusEvent('focusout'));
  }
});

export default [];
