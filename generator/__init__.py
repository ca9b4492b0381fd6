"""Extra Mile: courseware as code.

    content/*.yml ─► Course ─► LessonPage, StoryPage, … ─► Page(path, text) ─► MkDocs · disk · PDF
      (authors)     (model)    (views: what a template       (outputs)          (edges)
                                is handed)

The domain:

    Course
    ├── Path         lessons in an order that suits a group of readers
    ├── Lesson       one idea: objectives, sections, phrases, quick checks
    │   ├── Story        a case that shows it; two of them can stand in contrast
    │   ├── Exercise     steps with room to write, most of them ending in a dated commitment
    │   └── Checklist    a self-assessment: dimensions of statements on a scale
    ├── Workshop     an agenda in minutes, made of the above
    ├── Framework    named ideas that lessons teach and checklists measure
    └── Term         a word of the glossary
    Problem          something an author should mend, and where

The ladder. A module imports from the rungs below its own, never from above or beside it; import-linter
holds this on every run (pyproject.toml).

    cli                                     prints and exits
    plugin                                  talks to MkDocs; the only door to it
    build                                   recipes of a few lines, one for each output
    printing · beginnings · issues · reporting · changes
        printing                            which handouts are made, in which order, and what is kept of them
        beginnings                          a title → new files of a course
        issues                              the text of an issue → a story; the form that asks for one
        changes                             two readings of a course → what changed, in readers' words
        reporting                           what a course lacks → a table for people, data for programs
    pages · handouts · typesetting · fillable · kits · feeds · redirects · recall · scripts ·
    policy · notices · engine_settings · content · history · exporting · publishing · firewall
        pages                               views → Markdown pages; blind to YAML
        handouts                            views → print HTML, one file for each document
        typesetting                         print HTML → PDF; the door to Typst
        fillable                            PDF → PDF with fields to fill in; the door to pikepdf
        kits                                handouts → one zip of each workshop, and the note in it
        feeds                               views → feeds, for programs that follow a course
        redirects                           views → small pages at old addresses, which lead on
        recall                              views → the cards that the recall practice brings back
        scripts                             the pages' scripts → files of the site; the door to rjsmin
        policy                              finished pages → the same, with what browsers may do in them
        notices                             problems → lines for people, GitHub and programs
        engine_settings                     course → what the settings of an engine say about it
        content                             files → course or problems; the door to YAML; blind to pages
        history                             when a text was last changed; the door to git
        exporting                           pages, files and settings → a folder for other engines
        publishing                          swaps a finished folder for a published one
        firewall                            finds facilitators' texts in what trainees get
    layout · views · prose
        layout                              how templates are filled; the door to Jinja
        views                               what a template is handed, one module for each kind of page
        prose                               authors' Markdown → HTML that is safe; the door to markdown-it
    schemas                                 the model as JSON Schemas, for editors and forms
    model · wording
        model                               the course as frozen types, and problems
        wording                             the words of the interface, in the course's language

Data walks one way, downwards in the first drawing. The model is complete after loading: every id in it
names something that is there.
"""
