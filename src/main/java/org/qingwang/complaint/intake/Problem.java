package org.qingwang.complaint.intake;

import java.util.Arrays;
import java.util.List;
import org.qingwang.common.BadInput;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * What is wrong with a row or a file, as it is kept until somebody reads it in a language of their own.
 *
 * @param field the field at fault as the CSV header calls it; empty for the row as a whole
 * @param key key of the sentence
 * @param arguments what its placeholders stand for; one that begins with {@code #} is itself the key of a text
 */
public record Problem(String field, String key, List<String> arguments) {

    private static final String KEY_MARK = "#";

    public Problem {
        arguments = List.copyOf(arguments);
    }

    public static Problem of(BadInput refusal) {
        return new Problem(
                refusal.field(),
                refusal.messageKey(),
                Arrays.stream(refusal.arguments()).map(Problem::kept).toList());
    }

    /** The sentence, for a message source to render. */
    public MessageSourceResolvable sentence() {
        Object[] texts = arguments.stream().map(Problem::text).toArray();
        return new DefaultMessageSourceResolvable(new String[] {key}, texts);
    }

    private static String kept(Object argument) {
        if (argument instanceof MessageSourceResolvable label && label.getCodes() != null) {
            return KEY_MARK + label.getCodes()[0];
        }
        String text = String.valueOf(argument);
        return text.startsWith(KEY_MARK) ? " " + text : text;
    }

    private static Object text(String argument) {
        return argument.startsWith(KEY_MARK) ? new DefaultMessageSourceResolvable(argument.substring(1)) : argument;
    }
}
