package org.qingwang.complaint.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.qingwang.complaint.NewComplaint;
import org.springframework.stereotype.Component;

/** How rows are kept in the import's tables. */
@Component
class Json {

    private static final TypeReference<List<Problem>> PROBLEMS = new TypeReference<>() {};

    private final ObjectMapper mapper;

    Json(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    String of(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    NewComplaint complaint(String json) {
        try {
            return mapper.readValue(json, NewComplaint.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Problem> problems(String json) {
        try {
            return json == null ? List.of() : mapper.readValue(json, PROBLEMS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
