using Platform.Model.Access;

namespace Platform.Model.Repository;

/// <summary>Works out what a caller is to the library of an e-resource.</summary>
public static class StandingOf
{
    /// <summary>The libraries whose own reader the caller is: those where the caller borrows. Hub and portals read for a group and have none.</summary>
    public static IReadOnlyList<long> OwnLibraries(Scope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return scope.May(Permission.ReadRepository) ? scope.ReachOf(Permission.ReadOwn).LibraryIds : [];
    }

    /// <summary>The caller's standing.</summary>
    /// <param name="scope">The caller.</param>
    /// <param name="libraryId">The library that offers the resource.</param>
    /// <param name="isFellow">Whether a library that the caller reads for is in one group with it today.</param>
    public static Standing Caller(Scope scope, long libraryId, bool isFellow)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var isStaff = scope.May(Permission.EditRepository);
        if (scope.May(Permission.EditRepository, libraryId))
            return Standing.Editor;
        if (OwnLibraries(scope).Contains(libraryId))
            return isStaff ? Standing.OwnTeacher : Standing.OwnPupil;
        if (scope.May(Permission.ManageGroup, libraryId))
            return Standing.Hub;
        if (!isFellow || !scope.May(Permission.ReadRepository))
            return Standing.Outsider;
        return isStaff ? Standing.MemberTeacher : Standing.MemberPupil;
    }
}
