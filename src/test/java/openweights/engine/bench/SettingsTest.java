package openweights.engine.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import openweights.base.UserException;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private final Settings usual = new Settings(Optional.empty(), Optional.empty(), 12, 128);

    @Test
    void anotherJvmGetsWhatIsNotUsual() {
        assertEquals(List.of("--prompt", "128", "--rounds", "12"), usual.options());
        Settings plain = new Settings(Optional.of("plain"), Optional.empty(), 3, 8).on(2);
        assertEquals(
                List.of("--prompt", "8", "--rounds", "3", "--kernel", "plain", "--threads", "2"),
                plain.options());
        assertEquals("plain, 2 threads", plain.backend().name());
    }

    @Test
    void refusesSettingsThatMeasureNothing() {
        UserException refusal = assertThrows(UserException.class, () -> usual.on(0));
        assertEquals("--threads 0 is too small. Give 1 or more.", refusal.getMessage());
    }
}
