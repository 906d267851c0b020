package org.qingwang.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The questions of deconfliction to {@code case_seller}, {@code case_listing} and {@code case_mark}. Lists are written into
 * the statement place by place: of a list in one place PostgreSQL cannot tell the length, and plans anew for each.
 */
@Repository
class CaseMatches {

    private final JdbcClient jdbc;

    CaseMatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> exact(String sellerKey, List<String> listings, List<String> marks) {
        return jdbc.sql("""
                        select l.case_no
                        from case_listing l
                        where l.open and l.address = any (array[:listings]::text[])
                          and exists (select from case_seller s
                                      where s.case_no = l.case_no and s.open and s.name_key = :seller)
                          and exists (select from case_mark m
                                      where m.case_no = l.case_no and m.mark_key = any (array[:marks]::text[]))
                        order by l.case_no
                        limit 1
                        """)
                .param("listings", listings)
                .param("seller", sellerKey)
                .param("marks", marks)
                .query(String.class)
                .optional();
    }

    List<LikelyMatch> withListing(List<String> listings, int limit) {
        return jdbc.sql("""
                        select distinct c.case_no, 'SAME_LISTING' reason, 1.0 similarity,
                               c.seller_name, c.platform, c.right_name, c.lead_jurisdiction
                        from case_listing l join case_file c using (case_no)
                        where l.open and l.address = any (array[:listings]::text[])
                        order by c.case_no
                        limit :limit
                        """)
                .param("listings", listings)
                .param("limit", limit)
                .query(CaseMatches::match)
                .list();
    }

    List<LikelyMatch> withSeller(String sellerKey, String platform, List<String> marks, int limit) {
        return jdbc.sql("""
                        select c.case_no,
                               case when exists (select from case_mark m
                                                 where m.case_no = s.case_no and m.mark_key = any (array[:marks]::text[]))
                                    then 'SAME_SELLER_AND_MARK'
                                    when s.platform = :platform then 'SAME_SELLER'
                                    else 'SAME_SELLER_ELSEWHERE' end reason,
                               1.0 similarity, s.name seller_name, c.platform, c.right_name, c.lead_jurisdiction
                        from case_seller s join case_file c using (case_no)
                        where s.open and s.name_key = :seller
                        order by c.case_no desc
                        limit :limit
                        """)
                .param("marks", marks)
                .param("platform", platform)
                .param("seller", sellerKey)
                .param("limit", limit)
                .query(CaseMatches::match)
                .list();
    }

    /** The operator {@code %} is what the trigram index answers; its threshold is set for this transaction. */
    List<LikelyMatch> withSimilarSeller(SellerName seller, double threshold, int limit) {
        String sound = seller.sound();
        if (sound.isEmpty()) {
            return List.of();
        }
        jdbc.sql("select set_config('pg_trgm.similarity_threshold', :threshold, true)")
                .param("threshold", Double.toString(threshold))
                .query(String.class)
                .single();
        return jdbc.sql("""
                        select c.case_no, 'SIMILAR_SELLER' reason, similarity(s.name_sound, :sound) similarity,
                               s.name seller_name, c.platform, c.right_name, c.lead_jurisdiction
                        from case_seller s join case_file c using (case_no)
                        where s.open and s.name_sound % :sound and s.name_key <> :key
                        order by similarity desc, c.case_no
                        limit :limit
                        """)
                .param("sound", sound)
                .param("key", seller.key())
                .param("limit", limit)
                .query(CaseMatches::match)
                .list();
    }

    private static LikelyMatch match(ResultSet row, int number) throws SQLException {
        return new LikelyMatch(
                row.getString("case_no"),
                LikelyMatch.Reason.valueOf(row.getString("reason")),
                row.getDouble("similarity"),
                row.getString("seller_name"),
                row.getString("platform"),
                row.getString("right_name"),
                Columns.jurisdiction(row, "lead_jurisdiction"));
    }
}
