package ukaz.rules.shape;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** Of letters, hyphens, apostrophes, full stops and spaces only. */
@Constraint(validatedBy = NameText.Scan.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@interface NameText {

    String message();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks at every character; a pattern would say the same ten times slower. */
    final class Scan implements ConstraintValidator<NameText, String> {

        private static final String SIGNS = " -'’ʼ`.‐";

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || isName(text);
        }

        static boolean isName(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (!Character.isLetter(c)
                        && Character.getType(c) != Character.NON_SPACING_MARK
                        && SIGNS.indexOf(c) < 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
