package org.qingwang.common;

import java.util.Arrays;

/**
 * Something a person sent cannot be taken as it is. Carries one sentence, as a message key with arguments, that names
 * the field, the value and the remedy; whoever answers the request renders it in the person's language. Throwing it
 * rolls back the whole use case, so nothing is half-stored.
 */
public class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String messageKey;
    private final transient Object[] arguments;

    /**
     * @param field the field at fault as the sender knows it, or an empty string if the input as a whole is at fault
     * @param messageKey key of the sentence in {@code messages/*.properties}
     * @param arguments what the sentence's placeholders stand for
     */
    public BadInput(String field, String messageKey, Object... arguments) {
        super(field + ": " + messageKey + Arrays.toString(arguments));
        this.field = field;
        this.messageKey = messageKey;
        this.arguments = arguments.clone();
    }

    public String field() {
        return field;
    }

    public String messageKey() {
        return messageKey;
    }

    public Object[] arguments() {
        return arguments == null ? new Object[0] : arguments.clone();
    }
}
