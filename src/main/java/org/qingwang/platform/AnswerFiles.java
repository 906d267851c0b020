package org.qingwang.platform;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.qingwang.common.DisplayName;
import org.qingwang.evidence.EvidenceFile;
import org.qingwang.evidence.EvidenceService;
import org.qingwang.evidence.Incoming;
import org.qingwang.evidence.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files that came with answers: kept as evidence of the notice's case, under the rules of all evidence. */
@Repository
class AnswerFiles {

    private final EvidenceService evidence;
    private final JdbcClient jdbc;

    AnswerFiles(EvidenceService evidence, JdbcClient jdbc) {
        this.evidence = evidence;
        this.jdbc = jdbc;
    }

    /** Call it as whoever answers: that name stands in the chain of custody. */
    void store(PlatformNotice notice, NoticeStage step, List<Incoming> incoming) {
        if (incoming.isEmpty()) {
            return;
        }
        List<EvidenceFile> stored = evidence.store(subject(notice), incoming, notice.noticeNo());
        for (int i = 0; i < stored.size(); i++) {
            add(
                    notice.noticeNo(),
                    step,
                    stored.get(i).id(),
                    DisplayName.of(incoming.get(i).sentName()));
        }
    }

    private void add(String noticeNo, NoticeStage step, long evidenceId, String name) {
        jdbc.sql("""
                        insert into platform_answer_file (notice_no, step, evidence_id, name)
                        values (:no, :step, :id, :name) on conflict do nothing
                        """)
                .param("no", noticeNo)
                .param("step", step.name())
                .param("id", evidenceId)
                .param("name", name)
                .update();
    }

    /** First received first. Call it as somebody who may see the evidence of the case. */
    List<AnswerFile> of(PlatformNotice notice) {
        List<Row> rows = jdbc.sql("""
                        select step, name, evidence_id from platform_answer_file where notice_no = :no order by evidence_id
                        """)
                .param("no", notice.noticeNo())
                .query((row, number) -> new Row(
                        NoticeStage.valueOf(row.getString("step")), row.getString("name"), row.getLong("evidence_id")))
                .list();
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<Long, EvidenceFile> files = evidence.list(subject(notice)).stream()
                .collect(Collectors.toMap(EvidenceFile::id, Function.identity()));
        return rows.stream()
                .map(row -> new AnswerFile(row.step, row.name, files.get(row.evidenceId)))
                .toList();
    }

    private static Subject subject(PlatformNotice notice) {
        return new Subject(Subject.Type.CASE, notice.caseNo());
    }

    private record Row(NoticeStage step, String name, long evidenceId) {}
}
