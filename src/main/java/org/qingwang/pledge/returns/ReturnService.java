package org.qingwang.pledge.returns;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.qingwang.agency.Actors;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.common.BadInput;
import org.qingwang.common.DisplayName;
import org.qingwang.common.NotAllowed;
import org.qingwang.common.TextEncoding;
import org.qingwang.pledge.CreditCode;
import org.qingwang.pledge.Firm;
import org.qingwang.pledge.FirmService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Receives what firms report, and compares it. */
@Service
@Transactional
public class ReturnService {

    /** The largest file taken. */
    public static final int MOST_MEGABYTES = 5;

    private static final int MOST_COMPARED = 200;

    private final Returns returns;
    private final FirmService firms;
    private final AuditLog audit;
    private final Clock clock;

    ReturnService(Returns returns, FirmService firms, AuditLog audit, Clock clock) {
        this.returns = returns;
        this.firms = firms;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes a file in the template, for the firm. The same file again changes nothing; another of the same part and period
     * counts from now on.
     *
     * @throws BadInput if it is no such file
     * @throws NotAllowed if the firm is not for the person to see
     */
    public Report receive(CreditCode code, String fileName, byte[] file) {
        Firm firm = visible(code);
        if (file.length > MOST_MEGABYTES << 20) {
            throw new BadInput("file", "returns.refused.large", MOST_MEGABYTES);
        }
        String content = decoded(file).replace("\0", "");
        Report report = TransparencyFile.read(content);
        String name = DisplayName.of(fileName);
        if (returns.add(
                firm.code().value(),
                report,
                name,
                content,
                clock.instant(),
                Actors.current().userId())) {
            audit.record(AuditEntry.of(
                    "pledge.return-received",
                    "firm",
                    firm.code().value(),
                    Map.of("part", report.part().number(), "from", report.from().toString(), "file", name)));
        }
        return report;
    }

    private static String decoded(byte[] file) {
        try {
            TextEncoding encoding = TextEncoding.of(new ByteArrayInputStream(file));
            int mark = encoding.markLength();
            return new String(file, mark, file.length - mark, encoding.charset());
        } catch (IOException e) {
            throw new BadInput("file", "returns.refused.file");
        }
    }

    /** @return what a firm reported, the earliest period first */
    @Transactional(readOnly = true)
    public List<PeriodFigures> of(CreditCode code) {
        return grouped(returns.of(visible(code).code().value()));
    }

    /** @return what the firms the person may see reported for a period, for comparison */
    @Transactional(readOnly = true)
    public List<PeriodFigures> ofPeriod(LocalDate from, LocalDate to) {
        Map<String, Boolean> seen = new LinkedHashMap<>();
        return grouped(returns.ofPeriod(from, to, MOST_COMPARED)).stream()
                .filter(figures -> seen.computeIfAbsent(figures.firm(), this::maySee))
                .toList();
    }

    private boolean maySee(String firm) {
        return firms.find(CreditCode.read(firm).orElseThrow()).isPresent();
    }

    private Firm visible(CreditCode code) {
        return firms.find(code).orElseThrow(() -> new NotAllowed("returns of firm " + code.value()));
    }

    private static List<PeriodFigures> grouped(List<FirmReturn> files) {
        Map<List<Object>, List<FirmReturn>> groups = files.stream()
                .collect(Collectors.groupingBy(
                        file -> List.of(
                                file.firm(), file.report().from(), file.report().to()),
                        LinkedHashMap::new,
                        Collectors.toCollection(ArrayList::new)));
        return groups.values().stream()
                .map(group -> new PeriodFigures(
                        group.get(0).firm(),
                        group.get(0).report().from(),
                        group.get(0).report().to(),
                        group.stream()
                                .sorted(Comparator.comparing(
                                        file -> file.report().part()))
                                .toList(),
                        Indicators.of(group.stream().map(FirmReturn::report).toList())))
                .toList();
    }
}
