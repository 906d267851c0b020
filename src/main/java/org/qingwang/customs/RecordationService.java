package org.qingwang.customs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.common.BadInput;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rights recorded with customs: ex officio customs acts for these alone. */
@Service
@Transactional
public class RecordationService {

    private final Recordations recordations;
    private final AuditLog audit;

    RecordationService(Recordations recordations, AuditLog audit) {
        this.recordations = recordations;
        this.audit = audit;
    }

    /** @return the recordation of this number, whether in force or not */
    @Transactional(readOnly = true)
    public Optional<Recordation> find(String recordationNo) {
        return recordationNo == null || recordationNo.isBlank()
                ? Optional.empty()
                : recordations.find(recordationNo.strip());
    }

    /** @return recordations whose number, right or holder contains these words, the newest first */
    @Transactional(readOnly = true)
    public List<Recordation> search(String words) {
        return recordations.search(words == null ? "" : words.strip());
    }

    /**
     * Takes a recordation as the General Administration of Customs published it: a new one, or one that changed.
     *
     * @throws BadInput if it ends before it begins
     */
    public void take(Recordation recordation) {
        if (recordation.validUntil().isBefore(recordation.validFrom())) {
            throw new BadInput(
                    "validUntil", "customs.recordation-ends-early", recordation.validUntil(), recordation.validFrom());
        }
        if (find(recordation.recordationNo()).filter(recordation::equals).isPresent()) {
            return;
        }
        recordations.put(recordation);
        audit.record(AuditEntry.of(
                "customs.recordation-taken",
                "recordation",
                recordation.recordationNo(),
                Map.of(
                        "holder",
                        recordation.holder(),
                        "validUntil",
                        recordation.validUntil().toString())));
    }
}
