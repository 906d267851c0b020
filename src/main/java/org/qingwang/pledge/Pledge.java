package org.qingwang.pledge;

import java.time.Instant;
import java.time.LocalDate;
import org.qingwang.agency.Jurisdiction;

/**
 * A pledge of a firm. What is not known yet is null.
 *
 * @param pledgeNo for example {@code CNS-330000-2026-000012}
 * @param textRef which version of which text, as {@link PledgeText#reference()}
 * @param parent the platform's pledge under which a merchant signs
 * @param parentEndedAt when that pledge had ended and this one was settled
 * @param renews the pledge it follows
 * @param jurisdiction the market regulation that checks what is pledged
 * @param remarks why the office sent it back, if it did
 * @param signature how it was signed
 * @param representative who speaks for the firm now, where it named another person since
 * @param countersignedBy who accepted it for the office
 * @param code by which anybody can verify its certificate
 * @param warnings how many were given and published
 * @param ending how it ended
 * @param endWords why
 */
public record Pledge(
        String pledgeNo,
        CreditCode firm,
        String textRef,
        String parent,
        Instant parentEndedAt,
        String renews,
        Jurisdiction jurisdiction,
        Stage stage,
        Instant invitedAt,
        String remarks,
        Signature signature,
        String representative,
        Instant countersignedAt,
        String countersignedBy,
        String code,
        LocalDate inForceFrom,
        LocalDate inForceUntil,
        int warnings,
        Ending ending,
        Instant endedAt,
        String endWords) {

    /** Where a pledge stands. */
    public enum Stage {
        /** The firm was asked. */
        INVITED,
        /** The firm signed; the office has not countersigned. */
        SIGNED,
        IN_FORCE,
        ENDED;

        public String messageKey() {
            return "pledge.stage." + name();
        }
    }

    /** How a pledge ended. */
    public enum Ending {
        /** The firm does not sign. */
        DECLINED,
        /** The firm did not answer in time. */
        LAPSED,
        /** The office withdrew it. */
        WITHDRAWN,
        /** The firm took it back. */
        GIVEN_UP,
        /** Its time was over. */
        EXPIRED,
        /** The platform's pledge ended, under which it was signed. */
        WITH_PLATFORM;

        public String messageKey() {
            return "pledge.ending." + name();
        }
    }

    /**
     * How a firm signed.
     *
     * @param name who did, as that person typed it
     * @param role by which authority
     * @param address network address it came from
     * @param shown exactly what was shown
     * @param digest SHA-256 of that, in hexadecimal digits
     */
    public record Signature(String name, String role, Instant at, String address, String shown, String digest) {}

    public boolean isOpen() {
        return stage != Stage.ENDED;
    }

    /** Whether the public may read it: it is or was in force. */
    public boolean isPublic() {
        return inForceFrom != null;
    }

    /** Key of where it stands or how it ended. */
    public String standingKey() {
        return ending == null ? stage.messageKey() : ending.messageKey();
    }
}
