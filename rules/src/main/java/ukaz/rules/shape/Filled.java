package ukaz.rules.shape;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Something is typed in the cell; null is a table without such a column, of which another rule speaks. */
@Size(min = 1)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@interface Filled {

    String message();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
