package org.qingwang.pledge;

import java.util.Locale;
import java.util.regex.Pattern;
import org.qingwang.agency.Agency;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.common.BadInput;

/**
 * A firm that is asked for pledges.
 *
 * @param region six digits of GB/T 2260, of the place it is registered at
 * @param contactName who is written to
 * @param contactMail where; nobody else is ever sent a link
 * @param language {@code en} or {@code zh}
 * @param platform the platform it sells on, if it is a merchant; null for a platform or a firm with shops of its own
 */
public record Firm(
        CreditCode code,
        String name,
        String region,
        String contactName,
        String contactMail,
        String language,
        CreditCode platform) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_MAIL = 200;

    /** One address and nothing else: no display name, no second address, no line that would become a mail's header. */
    private static final Pattern MAIL = Pattern.compile(
            "[A-Za-z0-9._%+'-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,24}");

    /** @throws BadInput if something is missing or of no use */
    public Firm {
        name = line("name", name);
        contactName = line("contact", contactName);
        contactMail = contactMail == null ? "" : contactMail.strip();
        if (contactMail.length() > LONGEST_MAIL || !MAIL.matcher(contactMail).matches()) {
            throw new BadInput("mail", "pledge.firm.mail", contactMail);
        }
        if (code.equals(platform)) {
            throw new BadInput("platform", "pledge.firm.own-platform", code.value());
        }
    }

    private static String line(String field, String text) {
        String given = text == null
                ? ""
                : text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ").strip();
        if (given.isEmpty()) {
            throw new BadInput(field, "pledge.firm.missing", field);
        }
        if (given.length() > LONGEST_NAME) {
            throw new BadInput(field, "pledge.too-long", LONGEST_NAME, given.length());
        }
        return given;
    }

    public boolean isMerchant() {
        return platform != null;
    }

    /** In which language it is written to. */
    public Locale locale() {
        return Locale.forLanguageTag(language);
    }

    /** The market regulation of its province, which checks what it pledges. */
    public Jurisdiction jurisdiction() {
        return new Jurisdiction(Agency.COMMERCE, region.substring(0, 2) + "0000");
    }
}
