package org.qingwang.mail;

import java.net.IDN;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.qingwang.common.BadInput;

/** What counts as a mail address: one, without a name, and nothing in it that could end a line of a mail's head. */
public final class MailAddress {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final String LOCAL = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern ADDRESS = Pattern.compile(LOCAL + "@(?:" + LABEL + "\\.)+" + LABEL);

    /** Without a look at the letters before and after it, the middle of something longer would be taken. */
    private static final Pattern WITHIN =
            Pattern.compile("(?<![\\w.!#$%&'*+/=?^`{|}~@-])" + ADDRESS.pattern() + "(?![\\w@-])");

    private MailAddress() {}

    /**
     * Checks what somebody typed as a mail address.
     *
     * @param field the field it was typed into
     * @return the address, a host name in other letters written as the mail servers write it
     * @throws BadInput if it is none
     */
    public static String check(String field, String typed) {
        return read(typed).orElseThrow(() -> new BadInput(field, "mail.address", typed == null ? "" : typed.strip()));
    }

    /**
     * Finds the address in a text in which people also write telephone numbers and names.
     *
     * @return empty if there is none, or more than one to choose from
     */
    public static Optional<String> in(String text) {
        if (text == null || text.indexOf('@') < 0) {
            return Optional.empty();
        }
        List<String> found =
                WITHIN.matcher(text).results().map(MatchResult::group).toList();
        return found.size() == 1 ? read(found.get(0)) : Optional.empty();
    }

    private static Optional<String> read(String typed) {
        if (typed == null || typed.length() > LONGEST) {
            return Optional.empty();
        }
        String address = typed.strip();
        int at = address.lastIndexOf('@');
        if (at < 1 || at > LONGEST_LOCAL_PART) {
            return Optional.empty();
        }
        return hostName(address.substring(at + 1))
                .map(host -> address.substring(0, at + 1) + host)
                .filter(whole -> ADDRESS.matcher(whole).matches());
    }

    private static Optional<String> hostName(String typed) {
        try {
            return Optional.of(IDN.toASCII(typed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
