package org.qingwang.portal;

/**
 * What is wrong with a form somebody sent, for the page to say next to the field.
 *
 * @param field the field at fault, an empty string if it is the form as a whole
 * @param sentence what to do about it, in the reader's language
 */
public record PageProblem(String field, String sentence) {

    /** Name of the model attribute that {@code templates/problem.html} reads. */
    public static final String ATTRIBUTE = "problem";

    /** Whether the sentence belongs to this field. */
    public boolean at(String name) {
        return field.equals(name);
    }
}
