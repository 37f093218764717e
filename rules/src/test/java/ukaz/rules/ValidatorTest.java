package ukaz.rules;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.constraints.NotBlank;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;

class ValidatorTest {

    record Row(@NotBlank(message = "field-missing") String surname) {}

    @Test
    void needs_no_expression_language() {
        try (var factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()) {
            assertThat(factory.getValidator().validate(new Row(" ")))
                    .singleElement()
                    .satisfies(violation -> assertThat(violation.getMessage()).isEqualTo("field-missing"));
        }
    }
}
