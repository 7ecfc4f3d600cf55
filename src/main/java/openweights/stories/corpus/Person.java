package openweights.stories.corpus;

/** A person in a story, and the room where they are now. */
final class Person {

    final String name;
    String room;

    Person(String name, String room) {
        this.name = name;
        this.room = room;
    }
}
