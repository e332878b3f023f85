namespace Platform.Model.Repository;

/// <summary>Why an e-resource counts as "học liệu điện tử" of TT 16/2022 Đ.2.2, or why not.</summary>
public enum ElearningReason : byte
{
    /// <summary>Counts: a lesson or lesson plan that the subject group appraised.</summary>
    AppraisedLesson = 1,

    /// <summary>Counts: a lesson or lesson plan that was really taught.</summary>
    TaughtLesson = 2,

    /// <summary>Counts: another digital work for a subject and grade, with evidence.</summary>
    TeachingMaterial = 3,

    /// <summary>Does not count: it has no file.</summary>
    NoFile = 4,

    /// <summary>Does not count: neither minutes nor a taught lesson stand behind it.</summary>
    NoEvidence = 5,

    /// <summary>Does not count: it serves no subject and grade, so it is not for teaching and learning.</summary>
    NotForTeaching = 6,

    /// <summary>Does not count: it is not open to readers yet.</summary>
    NotPublished = 7,

    /// <summary>Does not count: its library withdrew it.</summary>
    Withdrawn = 8,
}

/// <summary>
/// Judges whether an e-resource counts as "học liệu điện tử": material for teaching and learning, digitised in a set structure and script
/// (TT 16/2022 Đ.2.2). An e-book for leisure does not.
/// </summary>
public static class Elearning
{
    /// <summary>The reason; whether it counts is <see cref="Counts"/> of it.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="hasFile">Whether the version that readers get has a file.</param>
    /// <param name="evidence">What its last appraisal rests on.</param>
    public static ElearningReason Judge(EResource resource, bool hasFile, EvidenceKind evidence)
    {
        ArgumentNullException.ThrowIfNull(resource);
        if (resource.WithdrawnOn is not null)
            return ElearningReason.Withdrawn;
        if (!hasFile)
            return ElearningReason.NoFile;
        if (evidence is EvidenceKind.None)
            return ElearningReason.NoEvidence;
        if (resource.Subject is null || resource.GradeFrom is null)
            return ElearningReason.NotForTeaching;
        if (!resource.IsOpen)
            return ElearningReason.NotPublished;
        if (resource.Kind is not (EResourceKind.ELesson or EResourceKind.LessonPlan))
            return ElearningReason.TeachingMaterial;
        return evidence is EvidenceKind.Minutes ? ElearningReason.AppraisedLesson : ElearningReason.TaughtLesson;
    }

    /// <summary>Whether the reason is one for counting.</summary>
    public static bool Counts(ElearningReason reason) =>
        reason is ElearningReason.AppraisedLesson or ElearningReason.TaughtLesson or ElearningReason.TeachingMaterial;
}
