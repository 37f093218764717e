package ukaz.rules.shape;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Predicate;
import ukaz.model.AwardRecord;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.statute.Eligible;
import ukaz.model.statute.Regime;
import ukaz.model.statute.StatuteBook;

/** What the law of its award and date asks of a record is filled in wherever the table has a column for it. */
@Constraint(validatedBy = ExpectedByStatute.Law.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface ExpectedByStatute {

    String message();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Marks a constraint whose violation is a warning. */
    interface Warning extends Payload {}

    /** The organ for every award, the citizenship where only citizens were eligible, the years where years were asked. */
    final class Law implements ConstraintValidator<ExpectedByStatute, RecordShape> {

        @Override
        public boolean isValid(RecordShape shape, ConstraintValidatorContext context) {
            AwardRecord record = shape.record();
            boolean organ = record.authority() != null || !isOpenGap(record, Field.AUTHORITY);
            boolean citizenship = record.citizenship() != null
                    || !isOpenGap(record, Field.CITIZENSHIP)
                    || !isLaw(record, regime -> regime.eligible() == Eligible.CITIZENS);
            boolean years = record.serviceYears() != null
                    || !isOpenGap(record, Field.SERVICE_YEARS)
                    || !isLaw(record, regime -> regime.serviceYears() != null);
            if (organ && citizenship && years) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            say(organ, Field.AUTHORITY, context);
            say(citizenship, Field.CITIZENSHIP, context);
            say(years, Field.SERVICE_YEARS, context);
            return false;
        }

        private static boolean isOpenGap(AwardRecord record, Field field) {
            return record.isEmpty(field) && !record.isUnreadable(field);
        }

        /** On every day the decree can be of. */
        private static boolean isLaw(AwardRecord record, Predicate<Regime> says) {
            HistoricalDate date = record.decreeDate();
            String award = record.award();
            StatuteBook statutes = StatuteBook.load();
            return date != null
                    && award != null
                    && statutes.award(award).isPresent()
                    && statutes.over(award, date).stream().allMatch(says);
        }

        private static void say(boolean filled, Field field, ConstraintValidatorContext context) {
            if (!filled) {
                context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                        .addPropertyNode(field.key())
                        .addConstraintViolation();
            }
        }
    }
}
