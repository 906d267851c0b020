package org.qingwang.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.mapping.SqlSource;
import org.apache.ibatis.reflection.SystemMetaObject;
import org.apache.ibatis.scripting.xmltags.DynamicSqlSource;
import org.apache.ibatis.scripting.xmltags.SqlNode;
import org.apache.ibatis.scripting.xmltags.XMLLanguageDriver;
import org.apache.ibatis.session.Configuration;
import org.junit.jupiter.api.Test;

/** A statement remembered for another value would write one case's data into another. */
class RememberedSqlTest {

    private static final String SCRIPT = """
            <script>update t set <if test="name != null">name = #{name},</if> rev = #{rev}
            <if test="ids != null"> where id in
              <foreach item="id" collection="ids" open="(" separator="," close=")">#{id}</foreach></if>
            <if test="column != null">order by ${column}</if></script>""";

    private final Configuration configuration = new Configuration();
    private final SqlSource engines = new XMLLanguageDriver().createSqlSource(configuration, SCRIPT, Map.class);
    private final SqlSource remembered = new RememberedSql(
            configuration, (SqlNode) SystemMetaObject.forObject(engines).getValue("rootSqlNode"));

    @Test
    void isTheStatementTheEngineMakesWhateverIsAsked() {
        assertThat(engines).isInstanceOf(DynamicSqlSource.class);
        List<Map<String, Object>> asked = List.of(
                values("name", "a", "rev", 1),
                values("rev", 2),
                values("rev", 3L, "ids", List.of("x")),
                values("rev", 4, "ids", List.of("x", "y")),
                values("rev", 5, "ids", List.of(1, 2)),
                values("rev", 6, "column", "id"),
                values("rev", 7, "column", "name"));
        for (int round = 0; round < 3; round++) {
            for (Map<String, Object> values : asked) {
                assertThat(described(remembered.getBoundSql(values), values))
                        .isEqualTo(described(engines.getBoundSql(values), values));
            }
        }
    }

    /** Somebody who searches in a thousand ways must not fill the memory of the server. */
    @Test
    void goesOnMakingStatementsWhenItRemembersNoMore() {
        for (int column = 0; column < 1000; column++) {
            Map<String, Object> values = values("rev", column, "column", "c" + column);
            assertThat(remembered.getBoundSql(values).getSql()).endsWith("order by c" + column);
        }
        assertThat((Map<?, ?>) SystemMetaObject.forObject(remembered).getValue("known"))
                .hasSizeLessThan(100);
    }

    private static Map<String, Object> values(Object... pairs) {
        Map<String, Object> values = new HashMap<>();
        values.put("name", null);
        values.put("ids", null);
        values.put("column", null);
        for (int pair = 0; pair < pairs.length; pair += 2) {
            values.put((String) pairs[pair], pairs[pair + 1]);
        }
        return values;
    }

    /** The text, and each place in it with the value that goes there. */
    private String described(BoundSql bound, Map<String, Object> values) {
        StringBuilder all = new StringBuilder(bound.getSql().strip());
        for (ParameterMapping place : bound.getParameterMappings()) {
            String name = place.getProperty();
            Object value = bound.hasAdditionalParameter(name) ? bound.getAdditionalParameter(name) : values.get(name);
            all.append(" | ").append(name).append('=').append(value).append(' ').append(place.getTypeHandler());
        }
        return all.toString();
    }
}
