package org.qingwang.portal;

import java.util.Arrays;
import java.util.Locale;
import org.qingwang.common.WrittenDay;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * The sentences of the message files. A day among their arguments, as such or in ISO 8601, is written as the reader of that
 * language writes it, wherever a person reads the sentence: on a page, in a report, in the answer of the API.
 */
class ReaderMessages extends ResourceBundleMessageSource {

    /** What is wrong with a file of the law is said in the words of that file, so that the remedy can be copied. */
    private static final String IN_THE_WORDS_OF_A_FILE = "law.file.";

    @Override
    protected String getMessageInternal(String code, Object[] arguments, Locale language) {
        boolean asWritten =
                arguments == null || language == null || code == null || code.startsWith(IN_THE_WORDS_OF_A_FILE);
        return super.getMessageInternal(code, asWritten ? arguments : readable(arguments, language), language);
    }

    private static Object[] readable(Object[] arguments, Locale language) {
        return Arrays.stream(arguments)
                .map(argument -> WrittenDay.inSentence(argument, language))
                .toArray();
    }
}
