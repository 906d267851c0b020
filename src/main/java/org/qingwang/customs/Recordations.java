package org.qingwang.customs;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code customs_recordation}. */
@Repository
class Recordations {

    private static final int MOST = 50;

    private final JdbcClient jdbc;

    Recordations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Recordation> find(String recordationNo) {
        return jdbc.sql("select * from customs_recordation where recordation_no = :no")
                .param("no", recordationNo)
                .query(Recordation.class)
                .optional();
    }

    List<Recordation> search(String words) {
        String pattern = "%" + words.replaceAll("([\\\\%_])", "\\\\$1") + "%";
        return jdbc.sql("""
                        select * from customs_recordation
                        where recordation_no ilike :words or right_no ilike :words
                            or right_name ilike :words or holder ilike :words
                        order by valid_until desc, recordation_no
                        limit :most""")
                .param("words", pattern)
                .param("most", MOST)
                .query(Recordation.class)
                .list();
    }

    void put(Recordation recordation) {
        jdbc.sql("""
                        insert into customs_recordation
                            (recordation_no, right_kind, right_no, right_name, holder, valid_from, valid_until, licensees,
                             cancelled)
                        values (:no, :kind, :rightNo, :rightName, :holder, :from, :until, :licensees, :cancelled)
                        on conflict (recordation_no) do update set
                            right_kind = excluded.right_kind, right_no = excluded.right_no,
                            right_name = excluded.right_name, holder = excluded.holder,
                            valid_from = excluded.valid_from, valid_until = excluded.valid_until,
                            licensees = excluded.licensees, cancelled = excluded.cancelled""")
                .param("no", recordation.recordationNo())
                .param("kind", recordation.rightKind().name())
                .param("rightNo", recordation.rightNo())
                .param("rightName", recordation.rightName())
                .param("holder", recordation.holder())
                .param("from", recordation.validFrom())
                .param("until", recordation.validUntil())
                .param("licensees", recordation.licensees())
                .param("cancelled", recordation.cancelled())
                .update();
    }
}
