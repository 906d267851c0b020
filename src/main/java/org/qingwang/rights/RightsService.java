package org.qingwang.rights;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rights register: which trade marks there are, and whether one stands on a given day. */
@Service
public class RightsService {

    private final TradeMarks tradeMarks;

    RightsService(TradeMarks tradeMarks) {
        this.tradeMarks = tradeMarks;
    }

    /**
     * Looks up the right a complaint relies on. Never fails on what was written: what cannot be read is unknown.
     *
     * @param registrationNo the number as the complainant wrote it; may be null or empty
     * @param on the day the right must stand, normally the day of the conduct or of receipt
     */
    @Transactional(readOnly = true)
    public RightFinding check(String registrationNo, LocalDate on) {
        if (registrationNo == null || registrationNo.isBlank()) {
            return Findings.noneGiven();
        }
        return RegistrationNumber.parse(registrationNo)
                .flatMap(this::bestMatch)
                .map(tradeMark -> Findings.about(tradeMark, on))
                .orElseGet(() -> Findings.unknown(registrationNo));
    }

    /** What {@link #check} says of this very mark. */
    public RightFinding findingOn(TradeMark mark, LocalDate on) {
        return Findings.about(mark, on);
    }

    /**
     * One mark by its number.
     *
     * @param officeCode ST.3 code of the office
     * @param number registration number, or application number while there is none, in any way of writing
     */
    @Transactional(readOnly = true)
    public Optional<TradeMark> find(String officeCode, String number) {
        String normal = RegistrationNumber.normal(number);
        return normal == null ? Optional.empty() : tradeMarks.find(officeCode, normal);
    }

    /**
     * Marks by number, by part of their words, or by part of the name of a holder, licensee or representative; without a
     * query, those changed last.
     *
     * @param query what the reader typed, or null
     * @param page from 1; a page beyond the last is the last
     */
    @Transactional(readOnly = true)
    public RightsPage search(String query, int page) {
        boolean everything = query == null || query.isBlank();
        String number = everything ? null : RegistrationNumber.normal(query);
        List<Long> ids = everything
                ? List.of()
                : tradeMarks.search(number, SearchText.pattern(query), RightsPage.MOST_FOUND + 1);
        int counted = everything ? tradeMarks.count(RightsPage.MOST_FOUND + 1) : ids.size();
        int found = Math.min(counted, RightsPage.MOST_FOUND);
        int pages = Math.max(1, (found + RightsPage.SIZE - 1) / RightsPage.SIZE);
        int shown = Math.min(Math.max(page, 1), pages);
        int first = (shown - 1) * RightsPage.SIZE;
        List<TradeMark> marks = everything
                ? tradeMarks.newest(first, RightsPage.SIZE)
                : tradeMarks.all(ids.subList(first, Math.min(first + RightsPage.SIZE, found)));
        return new RightsPage(marks, shown, pages, found, counted > found);
    }

    /** Two offices may use one number: what protects in China is what the complainant must mean. */
    private Optional<TradeMark> bestMatch(RegistrationNumber number) {
        List<TradeMark> known = number.office()
                .map(office -> tradeMarks.find(office, number.number()).stream().toList())
                .orElseGet(() -> tradeMarks.withNumber(number.number()));
        return known.stream()
                .filter(mark -> mark.protects(TradeMark.CHINA))
                .findFirst()
                .or(() -> known.stream().findFirst());
    }
}
