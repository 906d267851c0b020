package org.qingwang.rights;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * One trade mark as an office's register shows it: registered, or applied for.
 *
 * @param officeCode the office that keeps the register, as WIPO ST.3 writes it: CN, US, EM, WO ...
 * @param registrationNo the registration number in its normal form (see {@link RegistrationNumber}); null while the mark
 *     is only applied for
 * @param applicationNo the application number in its normal form; null if the record does not say
 * @param text the words of the mark; null for a mark without words
 * @param kinds what it distinguishes: goods, services ...; empty if the record does not say
 * @param classes the goods and services, by class of the Nice Classification
 * @param parties holders, licensees and those who may act for the holder, in the register's order
 * @param designatedOffices other territories an international registration was extended to, as ST.3 codes
 * @param status where the mark stands
 * @param dates filing, registration and so on
 * @param source which kind of file it came from
 */
public record TradeMark(
        String officeCode,
        String registrationNo,
        String applicationNo,
        String text,
        Set<MarkKind> kinds,
        List<NiceClass> classes,
        List<Party> parties,
        Set<String> designatedOffices,
        Status status,
        Dates dates,
        Source source) {

    /** ST.3 code of China. Only a mark protected there can be infringed there. */
    public static final String CHINA = "CN";

    public TradeMark {
        kinds = Set.copyOf(kinds);
        classes = List.copyOf(classes);
        parties = List.copyOf(parties);
        designatedOffices = Set.copyOf(designatedOffices);
    }

    /** The number the mark is known by: its registration number, or its application number before there is one. */
    public String number() {
        return registrationNo == null ? applicationNo : registrationNo;
    }

    /** Whether the mark's protection reaches this territory: its own office's, or one it was extended to. */
    public boolean protects(String territory) {
        return officeCode.equals(territory) || designatedOffices.contains(territory);
    }

    /** How the status reads on a day: a registration that expired has ended, whatever the office still calls it. */
    public Reading readingOn(LocalDate day) {
        boolean expired = dates.expires() != null && day.isAfter(dates.expires());
        return status.reading() == Reading.REGISTERED && expired ? Reading.ENDED : status.reading();
    }

    /** The names of all who hold the mark now, in the register's order. */
    public List<String> holders() {
        return names(PartyRole.HOLDER);
    }

    /** The names of all whom the register names as licensed. */
    public List<String> licensees() {
        return names(PartyRole.LICENSEE);
    }

    /** The names of all who may act for the holder. */
    public List<String> representatives() {
        return names(PartyRole.REPRESENTATIVE);
    }

    private List<String> names(PartyRole role) {
        return parties.stream()
                .filter(party -> party.role() == role)
                .map(Party::name)
                .distinct()
                .toList();
    }

    /** What a mark distinguishes or certifies. */
    public enum MarkKind {
        GOODS,
        SERVICES,
        COLLECTIVE,
        CERTIFICATION
    }

    /** What somebody is to a mark. */
    public enum PartyRole {
        HOLDER,
        LICENSEE,
        REPRESENTATIVE
    }

    /** Which kind of file a record came from. */
    public enum Source {
        ST66,
        ST96,
        CSV
    }

    /** How we read the office's own status. */
    public enum Reading {
        REGISTERED,
        PENDING,
        /** Refused, abandoned, withdrawn, cancelled, expired: no right any more, whatever the cause. */
        ENDED,
        /** The office's status is not one we know how to read. */
        UNDETERMINED
    }

    /**
     * Goods or services of one class.
     *
     * @param number 1 to 45 of the Nice Classification
     * @param goods the goods or services as registered; null if the record does not list them
     */
    public record NiceClass(int number, String goods) {}

    /**
     * Somebody connected with the mark.
     *
     * @param country ST.3 code, or null
     * @param address in one line, or null
     * @param capacity the register's own words for what the party is, or null
     */
    public record Party(PartyRole role, String name, String country, String address, String capacity) {}

    /**
     * Where the mark stands.
     *
     * @param reading our reading
     * @param officeStatus the office's own code or word, or null
     * @param officeText the office's own explanation, or null
     * @param since the day the office gave it that status; null if the record does not say
     */
    public record Status(Reading reading, String officeStatus, String officeText, LocalDate since) {}

    /**
     * The days that matter, each null if the record does not say.
     *
     * @param filed day of application
     * @param registered day of registration
     * @param renewed day of the last renewal
     * @param expires last day of protection
     * @param recorded the day up to which the record is known to be true: of two records of one mark, the later counts
     */
    public record Dates(
            LocalDate filed, LocalDate registered, LocalDate renewed, LocalDate expires, LocalDate recorded) {}
}
