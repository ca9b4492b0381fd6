"""What belongs to what. Authors write a relation down once, on either side; readers find it on both."""

from generator.model import Course, Exercise, Framework, Lesson, Path, Story, Term


def stories_of(course: Course, lesson: Lesson) -> tuple[Story, ...]:
    """The stories of a lesson: those it lists, in its order, then those that name it."""
    listed = tuple(course.story[id_] for id_ in lesson.stories)
    naming = (story for story in course.stories if lesson.id in story.lessons)
    return listed + tuple(story for story in naming if story.id not in lesson.stories)


def exercises_of(course: Course, lesson: Lesson) -> tuple[Exercise, ...]:
    """The exercises of a lesson: those it lists, in its order, then those that name it."""
    listed = tuple(course.exercise[id_] for id_ in lesson.exercises)
    naming = (exercise for exercise in course.exercises if lesson.id in exercise.lessons)
    return listed + tuple(exercise for exercise in naming if exercise.id not in lesson.exercises)


def lessons_of(course: Course, item: Story | Exercise) -> tuple[Lesson, ...]:
    """The lessons that a story or an exercise belongs to, in the order of the course."""
    field = "stories" if isinstance(item, Story) else "exercises"
    return tuple(
        lesson for lesson in course.lessons if lesson.id in item.lessons or item.id in getattr(lesson, field)
    )


def paths_of(course: Course, lesson: Lesson) -> tuple[Path, ...]:
    """The learning paths that lead through a lesson, the shortest first."""
    return tuple(path for path in paths_by_length(course) if lesson.id in path.lessons)


def counterpart(course: Course, story: Story) -> Story | None:
    """The story to read beside this one: the one it names, or one that names it."""
    if story.contrast is not None:
        return course.story[story.contrast]
    return next((other for other in course.stories if other.contrast == story.id), None)


def framework_of(course: Course, term: Term) -> Framework | None:
    """The framework that a term names, by its key or by having the same id."""
    return course.framework.get(term.framework or term.id)


def entry_of(course: Course, framework: str) -> str:
    """The glossary entry of a framework: the term that names it, or an entry of its own."""
    naming = (term.id for term in course.glossary.terms if (term.framework or term.id) == framework)
    taken = any(term.id == framework for term in course.glossary.terms)  # no author writes "_" in an id
    return next(naming, f"framework_{framework}" if taken else framework)


def paths_by_length(course: Course) -> tuple[Path, ...]:
    """The learning paths, the shortest way into the course first."""
    return tuple(sorted(course.paths, key=lambda path: (path_minutes(course, path), path.title)))


def path_minutes(course: Course, path: Path) -> int:
    """The minutes of all lessons of a path."""
    return sum(course.lesson[id_].minutes for id_ in path.lessons)


def reading_order(course: Course) -> tuple[Lesson, ...]:
    """All lessons: those of the longest path in its order, then the others."""
    longest = paths_by_length(course)[-1:]
    first = [id_ for path in longest for id_ in path.lessons]
    others = [lesson.id for lesson in course.lessons if lesson.id not in first]
    return tuple(course.lesson[id_] for id_ in dict.fromkeys(first + others))
