package news.kiosque.platform.kafka;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** A record is complete when each component that is not marked {@code @Nullable} is there, all the way down. */
final class Completeness {
    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Part::of).toList();
        }
    };

    private record Part(RecordComponent component, boolean optional) {

        static Part of(RecordComponent component) {
            component.getAccessor().setAccessible(true);
            return new Part(component, component.getAnnotatedType().isAnnotationPresent(Nullable.class));
        }

        @Nullable
        Object in(Object whole) {
            try {
                return component.getAccessor().invoke(whole);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Completeness() {}

    /** @throws IllegalArgumentException naming what is missing */
    static void check(Object value) {
        check(value, value.getClass().getSimpleName());
    }

    private static void check(Object value, String path) {
        if (value instanceof List<?> items) {
            for (Object item : items) {
                checkPresent(item, path + "[]");
            }
        } else if (value instanceof Record) {
            for (Part part : PARTS.get(value.getClass())) {
                Object inner = part.in(value);
                if (inner != null || !part.optional()) {
                    checkPresent(inner, path + "." + part.component().getName());
                }
            }
        }
    }

    private static void checkPresent(@Nullable Object value, String path) {
        if (value == null) {
            throw new IllegalArgumentException(path + " is missing");
        }
        check(value, path);
    }
}
