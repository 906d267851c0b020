package org.qingwang.pledge.returns;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.qingwang.agency.Actors;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.evidence.Incoming;
import org.qingwang.pledge.CreditCode;
import org.qingwang.pledge.Firm;
import org.qingwang.pledge.FirmService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Receives what firms report, and compares it. */
@Service
@Transactional
public class ReturnService {

    /** The largest file taken; the template's parts are some kilobytes. */
    public static final int MOST_MEGABYTES = 1;

    /** How many files are taken at once: the parts that are read, and again as many. */
    public static final int MOST_FILES = 8;

    private static final int MOST_COMPARED = 1_000;

    private final Returns returns;
    private final SentFiles files;
    private final FirmService firms;
    private final AuditLog audit;
    private final Clock clock;

    ReturnService(Returns returns, SentFiles files, FirmService firms, AuditLog audit, Clock clock) {
        this.returns = returns;
        this.files = files;
        this.firms = firms;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The indicators of a firm's service in one period, for comparison.
     *
     * @param service in the firm's own words
     */
    public record Compared(Firm firm, String service, Map<Indicator, BigDecimal> values) {}

    /**
     * Takes files in the template that an officer brings in for a firm, for example as it published them: whatever is odd in
     * them is a finding. The same file again changes nothing; another of the same part and period counts from now on.
     *
     * @throws BadFiles if one of them is no such file
     * @throws NotAllowed if the firm is not for the person to see
     */
    public void receive(CreditCode code, List<Incoming> sent) {
        Firm firm = visible(code);
        if (sent.isEmpty()) {
            throw new BadInput("file", "returns.refused.none");
        }
        files.read(sent, false).forEach(file -> keep(firm.code(), file, null));
    }

    /** @param of the pledge's return it belongs to; null if it was brought in beside one */
    void keep(CreditCode firm, SentFile file, Returns.Of of) {
        for (Report report : file.reports()) {
            String by = Actors.current().userId();
            if (returns.add(firm.value(), file, report, of, clock.instant(), by)) {
                returns.put(firm.value(), report, indicators(firm, report));
                audit.record(AuditEntry.of(
                        "pledge.return-received",
                        "firm",
                        firm.value(),
                        Map.of(
                                "part", report.part().number(),
                                "from", report.from().toString(),
                                "file", file.name())));
            }
        }
    }

    private Map<Indicator, IndicatorValue> indicators(CreditCode firm, Report of) {
        return Indicators.of(
                returns.of(firm.value(), of).stream().map(FirmReturn::report).toList());
    }

    /** @return what a firm reported, the earliest period first, each service by itself */
    @Transactional(readOnly = true)
    public List<PeriodFigures> of(CreditCode code) {
        return grouped(returns.of(visible(code).code().value()));
    }

    /**
     * The files that came with a pledge's returns for one of its periods, the last of each part; of several services the one
     * that was sent last. For who may see the pledge.
     */
    @Transactional(readOnly = true)
    public Optional<PeriodFigures> ofPledge(String pledgeNo, int period) {
        return grouped(returns.of(new Returns.Of(pledgeNo, period))).stream()
                .max(Comparator.comparingLong(figures -> figures.returns().stream()
                        .mapToLong(FirmReturn::id)
                        .max()
                        .orElse(0)));
    }

    /** @return what firms the person may see reported for a period, the one with most notices first */
    @Transactional(readOnly = true)
    public List<Compared> ofPeriod(LocalDate from, LocalDate to) {
        Map<Returns.Reporter, Map<Indicator, BigDecimal>> values = returns.ofPeriod(from, to, MOST_COMPARED);
        Map<String, Firm> visible = firms
                .find(values.keySet().stream()
                        .map(Returns.Reporter::firm)
                        .distinct()
                        .map(code -> CreditCode.read(code).orElseThrow())
                        .toList())
                .stream()
                .collect(Collectors.toMap(firm -> firm.code().value(), firm -> firm));
        return values.entrySet().stream()
                .filter(entry -> visible.containsKey(entry.getKey().firm()))
                .map(entry -> new Compared(
                        visible.get(entry.getKey().firm()), entry.getKey().service(), entry.getValue()))
                .toList();
    }

    private Firm visible(CreditCode code) {
        return firms.find(code).orElseThrow(() -> new NotAllowed("returns of firm " + code.value()));
    }

    private static List<PeriodFigures> grouped(List<FirmReturn> files) {
        Map<List<Object>, List<FirmReturn>> groups = files.stream()
                .collect(Collectors.groupingBy(
                        file -> List.of(
                                file.firm(),
                                file.report().from(),
                                file.report().to(),
                                file.report().service()),
                        LinkedHashMap::new,
                        Collectors.toCollection(ArrayList::new)));
        return groups.values().stream()
                .map(group -> new PeriodFigures(
                        group.get(0).firm(),
                        group.get(0).report().from(),
                        group.get(0).report().to(),
                        group.get(0).report().service(),
                        group.stream()
                                .sorted(Comparator.comparing(
                                        file -> file.report().part()))
                                .toList(),
                        Indicators.of(group.stream().map(FirmReturn::report).toList())))
                .toList();
    }
}
