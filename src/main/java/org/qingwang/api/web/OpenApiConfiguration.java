package org.qingwang.api.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is the same for all operations in {@code /api/v1/openapi.json}: the key, and the answers that are no success. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String KEY = "key";
    private static final String PROBLEM = "Problem";

    /** What every operation may answer beside what it says itself. */
    private static final Map<String, String> PROBLEMS = Map.of(
            "400", "Something in the request has to be corrected; errors names the fields.",
            "401", "No valid key.",
            "403", "The key has no scope for this.",
            "404", "There is nothing here for this caller.",
            "413", "The request is too large.",
            "429", "Too many requests; Retry-After says how many seconds to wait.");

    @Bean
    OpenAPI description(ObjectProvider<BuildProperties> build) {
        BuildProperties properties = build.getIfAvailable();
        return new OpenAPI()
                .info(new Info()
                        .title("Qingwang API")
                        .description(
                                "For other systems: file complaints about counterfeits offered online. Answers that"
                                        + " are no success are RFC 9457 problem details in the language of Accept-Language"
                                        + " (English or Chinese).")
                        .version(properties == null ? "0" : properties.getVersion())
                        .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                KEY,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("A key that begins with qw_. Scopes: complaints:file,"
                                                + " complaints:import, rights:import, metrics:read."))
                        .addSchemas(PROBLEM, problem())
                        .addResponses(PROBLEM, response("See title and detail.")))
                .addSecurityItem(new SecurityRequirement().addList(KEY));
    }

    /** Few ever read the description: what makes it is set up when the first of them does. */
    @Bean
    static BeanFactoryPostProcessor madeWhenAskedFor() {
        return beans -> Arrays.stream(beans.getBeanDefinitionNames())
                .map(beans::getBeanDefinition)
                .filter(OpenApiConfiguration::makesTheDescription)
                .forEach(bean -> bean.setLazyInit(true));
    }

    private static boolean makesTheDescription(BeanDefinition bean) {
        String from = bean.getFactoryBeanName() == null ? bean.getBeanClassName() : bean.getFactoryBeanName();
        return from != null && from.startsWith("org.springdoc.");
    }

    @Bean
    OpenApiCustomizer problems() {
        return description -> description.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(OpenApiConfiguration::addProblems);
    }

    private static void addProblems(Operation operation) {
        PROBLEMS.keySet().stream()
                .sorted()
                .forEach(status -> operation.getResponses().addApiResponse(status, response(PROBLEMS.get(status))));
    }

    private static ApiResponse response(String description) {
        return new ApiResponse()
                .description(description)
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
    }

    private static Schema<?> problem() {
        ObjectSchema error = new ObjectSchema();
        error.addProperty("field", new StringSchema().example("listingUrls[1]"));
        error.addProperty("message", new StringSchema());
        ObjectSchema problem = new ObjectSchema();
        problem.setDescription("RFC 9457 problem details.");
        problem.addProperty("type", new StringSchema().format("uri").example("urn:qingwang:problem:fields"));
        problem.addProperty("title", new StringSchema());
        problem.addProperty("status", new IntegerSchema());
        problem.addProperty("detail", new StringSchema());
        problem.addProperty("instance", new StringSchema().format("uri"));
        problem.addProperty("errors", new ArraySchema().items(error));
        problem.setRequired(List.of("type", "title", "status", "detail"));
        return problem;
    }
}
