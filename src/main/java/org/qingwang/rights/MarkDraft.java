package org.qingwang.rights;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.qingwang.common.BadInput;
import org.qingwang.rights.TradeMark.Dates;
import org.qingwang.rights.TradeMark.MarkKind;
import org.qingwang.rights.TradeMark.NiceClass;
import org.qingwang.rights.TradeMark.Party;
import org.qingwang.rights.TradeMark.PartyRole;
import org.qingwang.rights.TradeMark.Source;
import org.qingwang.rights.TradeMark.Status;

/**
 * A mark being put together from a file's values. Each method throws {@link BadInput} naming the field if the value
 * cannot be read, and treats an empty value as not given.
 */
final class MarkDraft {

    private static final int MOST_PARTIES = 500;

    private final Source source;
    private final Map<Integer, String> goodsByClass = new LinkedHashMap<>();
    private final Set<Party> parties = new LinkedHashSet<>();
    private final Set<String> designated = new LinkedHashSet<>();
    private final List<LocalDate> knownUpTo = new ArrayList<>();
    private String office;
    private String registrationNo;
    private String applicationNo;
    private String text;
    private Set<MarkKind> kinds = Set.of();
    private String officeStatus;
    private String officeText;
    private LocalDate statusSince;
    private LocalDate filed;
    private LocalDate registered;
    private LocalDate renewed;
    private LocalDate expires;

    MarkDraft(Source source) {
        this.source = source;
    }

    void office(Given given) {
        office = FieldReading.office(given);
        if (office == null) {
            throw new BadInput(given.field(), "rights.import.missing");
        }
    }

    void registrationNo(Given given) {
        registrationNo = FieldReading.number(given);
    }

    void applicationNo(Given given) {
        applicationNo = FieldReading.number(given);
        if (applicationNo == null && registrationNo == null) {
            throw new BadInput(given.field(), "rights.import.no-number");
        }
    }

    void text(Given given) {
        text = FieldReading.text(given, FieldReading.LONGEST_MARK);
    }

    void kinds(Given given) {
        kinds = FieldReading.kinds(given.value());
    }

    void status(Given codeOrWord, Given sentence, Given since) {
        officeStatus = FieldReading.text(codeOrWord, FieldReading.LONGEST_NAME);
        officeText = FieldReading.text(sentence, FieldReading.LONGEST_MARK);
        statusSince = FieldReading.day(since);
    }

    void filed(Given given) {
        filed = FieldReading.day(given);
    }

    void registered(Given given) {
        registered = FieldReading.day(given);
    }

    void renewed(Given given) {
        renewed = FieldReading.day(given);
    }

    void expires(Given given) {
        expires = FieldReading.day(given);
        if (expires != null && registered != null && expires.isBefore(registered)) {
            throw new BadInput(given.field(), "rights.import.expires-first", expires, registered);
        }
    }

    /** Something the record knows of happened that day, so the record is no older. */
    void knownUpTo(Given given) {
        LocalDate day = FieldReading.day(given);
        if (day != null) {
            knownUpTo.add(day);
        }
    }

    void designated(Given given) {
        String code = FieldReading.office(given);
        if (code != null) {
            designated.add(code);
        }
    }

    /** Goods of one class; several texts for one class are kept one below the other. */
    void niceClass(Given number, Given goods) {
        int niceClass = FieldReading.niceClass(number);
        String text = FieldReading.text(goods, FieldReading.LONGEST_GOODS);
        goodsByClass.merge(niceClass, text == null ? "" : text, MarkDraft::joined);
    }

    private static String joined(String before, String more) {
        return before.isEmpty() || more.isEmpty() ? before + more : before + "\n" + more;
    }

    void party(PartyRole role, Given name, Given country, Given address, Given capacity) {
        String known = FieldReading.text(name, FieldReading.LONGEST_NAME);
        if (known == null) {
            return;
        }
        if (parties.size() == MOST_PARTIES) {
            throw new BadInput(name.field(), "rights.import.too-many", MOST_PARTIES);
        }
        parties.add(new Party(
                role,
                known,
                FieldReading.office(country),
                FieldReading.text(address, FieldReading.LONGEST_MARK),
                FieldReading.text(capacity, FieldReading.LONGEST_NAME)));
    }

    TradeMark mark() {
        return new TradeMark(
                office,
                registrationNo,
                applicationNo,
                text,
                kinds,
                goodsByClass.entrySet().stream().map(MarkDraft::niceClass).toList(),
                List.copyOf(parties),
                designated,
                new Status(StatusReading.of(office, officeStatus, officeText), officeStatus, officeText, statusSince),
                new Dates(filed, registered, renewed, expires, recorded()),
                source);
    }

    private static NiceClass niceClass(Map.Entry<Integer, String> goods) {
        return new NiceClass(goods.getKey(), goods.getValue().isEmpty() ? null : goods.getValue());
    }

    private LocalDate recorded() {
        return Stream.of(
                        knownUpTo,
                        Stream.of(statusSince, filed, registered, renewed)
                                .filter(Objects::nonNull)
                                .toList())
                .flatMap(Collection::stream)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
