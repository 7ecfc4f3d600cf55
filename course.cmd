@echo off
rem Finds a JDK, builds the course when its sources differ from what was built, and starts the
rem command line (openweights.cli.Main). The file "course" does the same on Linux and macOS.
setlocal EnableExtensions DisableDelayedExpansion
rem What is set from here to endlocal does not reach Java: it may be there with another meaning.
setlocal

rem Without the backslash at the end, so that on a drive of its own it is only E: and not E:\.
set "root=%~dp0"
set "root=%root:~0,-1%"
set "system=%SystemRoot%\System32"
set "ready="
set "caches="
set "jdk="
set "telling="

call :find_jdk
if not defined jdk goto start
set "JAVA_HOME=%jdk%"
call :choose_caches
pushd "%root%\"
call :up_to_date
if not defined ready call :build
popd
goto start

rem --- the JDK -----------------------------------------------------------------------------------

:find_jdk
call :search
if defined jdk exit /b
>&2 echo course: no JDK 17 or newer (64 bit, with javac and jshell) was found.
>&2 echo Looked at:
set "telling=yes"
set "seen="
call :search
if not defined seen >&2 echo   JAVA_HOME, PATH and the usual folders: no Java at all
>&2 echo Next step: winget install EclipseAdoptium.Temurin.21.JDK --architecture x64
>&2 echo            or an installer for x64 from https://adoptium.net
>&2 echo Then open a new terminal and run course again.
>&2 echo A JDK in an unusual place: set "JAVA_HOME=C:\path\to\jdk"
exit /b

rem Folders are handed on in the variable place: call would expand percent signs in arguments again.
:search
if defined JAVA_HOME call :in_java_home
if not defined jdk call :on_path
set "programs=%ProgramFiles%"
if defined ProgramW6432 set "programs=%ProgramW6432%"
for %%P in ("Eclipse Adoptium" Java Microsoft "Amazon Corretto" Zulu BellSoft OpenJDK) do (
    set "folder=%programs%\%%~P"
    call :in_folder
)
set "folder=%LOCALAPPDATA%\Programs\Eclipse Adoptium"
call :in_folder
set "folder=%USERPROFILE%\.jdks"
call :in_folder
set "folder=%USERPROFILE%\scoop\apps"
set "below=\current"
call :in_folder
set "below="
exit /b

:in_java_home
set "place=%JAVA_HOME:"=%"
if "%place:~-1%"=="\" set "place=%place:~0,-1%"
call :try JAVA_HOME
exit /b

rem The first java may be of a JRE; the first javac is of a JDK.
:on_path
set "place="
for %%I in (java.exe) do set "program=%%~$PATH:I"
if defined program call :home_of
if defined place call :try PATH
if defined jdk exit /b
set "first=%place%"
for %%I in (javac.exe) do set "program=%%~$PATH:I"
if defined program call :home_of
if not "%place%"=="%first%" call :try PATH
exit /b

rem Sets place to the home of the JDK's program. A stand-in, such as a version manager's, is asked.
:home_of
for %%I in ("%program%\..\..") do set "place=%%~fI"
if exist "%place%\release" exit /b
for %%I in ("%program%\..\java.exe") do set "program=%%~fI"
if not exist "%program%" exit /b
for /f "tokens=1,* delims== " %%A in ('call "%program%" -XshowSettings:properties -version 2^>^&1') do if "%%A"=="java.home" set "place=%%B"
exit /b

:in_folder
if defined jdk exit /b
if not exist "%folder%\" exit /b
pushd "%folder%"
for /d %%D in (*) do (
    set "place=%folder%\%%D%below%"
    call :try_found
)
popd
exit /b

:try_found
if exist "%place%\release" call :try found
exit /b

rem Looks at the folder place, named by %1: takes it, or says why not.
:try
if defined jdk exit /b
call :judge
if not defined fault set "jdk=%place%"
if not defined fault exit /b
set "seen=yes"
if defined telling for /f "delims=" %%L in ("  %~1: %place%: %fault%") do >&2 echo %%L
exit /b

rem Sets fault to the reason why place is not a JDK for the course, or to nothing.
:judge
set "version="
set "arch="
set "modules=jdk.jshell"
set "fault=no Java in it"
if not exist "%place%\release" exit /b
for /f "usebackq tokens=1,* delims==" %%A in ("%place%\release") do (
    if "%%A"=="JAVA_VERSION" set "version=%%~B"
    if "%%A"=="OS_ARCH" set "arch=%%~B"
    if "%%A"=="MODULES" set "modules=%%~B"
)
if not defined version exit /b
set "plain=%version%"
if "%plain:~0,2%"=="1." set "plain=%plain:~2%"
set "major=0"
for /f "delims=.+-_" %%M in ("%plain%") do set "major=%%M"
set "fault=Java %version%: too old"
if %major% LSS 17 exit /b
set "fault=Java %version% for %arch%: on Windows the course needs one for x86_64 (64 bit)"
if "%arch%"=="aarch64" set "fault=%fault%, which Windows on ARM runs too"
if not "%arch%"=="x86_64" if not "%arch%"=="amd64" exit /b
set "fault=Java %version%, but a JRE: it has no bin\javac.exe"
if not exist "%place%\bin\java.exe" exit /b
if not exist "%place%\bin\javac.exe" exit /b
set "modules= %modules% "
set "fault=Java %version% without the module jdk.jshell"
if "%modules: jdk.jshell =%"=="%modules%" exit /b
set "fault="
exit /b

rem --- the build: all names are relative to the course's folder, so none needs care ---------------

rem What was built is good when its stamp, which is written last, names this JDK and no file of the
rem sources differs in time from the copy that was made when the build began. A copy, and not the
rem stamp's time: files that come out of a zip archive may be older than the last build. The stamp
rem does not name the JDK's folder: a code page may lack its letters.
:up_to_date
if not exist target\openweights.jar exit /b
rem Students of a shared course run what was built for them, also while whoever installed it updates it.
if defined OPENWEIGHTS_STUDENT set "ready=yes"
if defined ready exit /b
if not exist target\built-with exit /b
if not exist target\built-from\pom.xml exit /b
set "with="
set /p with=<target\built-with
if not "%with%"=="Java %version% %arch%" exit /b
set "newer="
call :compare src\main target\built-from\main /s
call :compare target\built-from\main src\main /s
call :compare pom.xml target\built-from\pom.xml
call :compare target\built-from\pom.xml pom.xml
if not defined newer set "ready=yes"
exit /b

rem Sets newer if a file of %1 is newer than that of %2, or is not there. xcopy lists such files; its
rem last line, in the user's language, names no file. Without that line it did not run.
:compare
if defined newer exit /b
set "said="
for /f "delims=" %%F in ('xcopy %1 %2 /l /d /y /h %3 2^>nul') do (
    set "said=yes"
    if exist "%%F" set "newer=yes"
)
if not defined said set "newer=yes"
exit /b

:build
if not exist .course md .course 2>nul
if not exist target md target 2>nul
set "probe=.course\writable"
call :can_write 2>nul
if defined written set "probe=target\writable"
if defined written call :can_write 2>nul
if not defined written (
    for /f "delims=" %%L in ("course: the folder %root% cannot be written.") do >&2 echo %%L
    >&2 echo The course builds inside its own folder: copy it to one that you may write.
    exit /b
)
rem Only one cmd.exe at a time can write the log: it is the lock of the build too.
set "waiting="
:await_other
set "probe=.course\build.log"
call :can_write 2>nul
if not defined written (
    if not defined waiting >&2 echo Another course is building. Waiting for it ...
    set "waiting=yes"
    "%system%\ping.exe" -n 3 127.0.0.1 >nul
    goto await_other
)
if defined waiting call :up_to_date
if defined ready exit /b

if defined caches >&2 echo The home folder cannot be written: Maven and pip keep their downloads in .course.
if exist target\lib (
    >&2 echo Building the course ...
) else (
    >&2 echo Building the course; the first build downloads libraries of about 180 MB: some minutes ...
)
if exist target\built-with del target\built-with
if exist target\openweights.jsa del /f target\openweights.jsa
if exist target\built-from rd /s /q target\built-from
md target\built-from
xcopy src\main target\built-from\main /s /i /q /y /h >nul
xcopy pom.xml target\built-from /q /y /h >nul
set "repository="
if defined caches set "repository=-Dmaven.repo.local=.course\maven\repository"
call .\mvnw.cmd -B -q %repository% "-Dmaven.test.skip=true" "-Dspotless.check.skip=true" "-Dopenweights.quick" package >.course\build.log 2>&1
if errorlevel 1 goto explain_failure
rem These classes have not been through the checks: a build with checks must not take them over.
if exist target\maven-status rmdir /s /q target\maven-status
>target\built-with echo Java %version% %arch%
set "ready=yes"
exit /b

:can_write
set "written="
>"%probe%" set "written=yes"
if defined written if not "%probe%"==".course\build.log" del "%probe%"
exit /b

:explain_failure
set "line="
for %%T in ("Could not transfer" UnknownHost "Unknown host" "Could not find artifact" "was not found in" "Connection refused" "Connection reset" "timed out" "is unreachable" DownloadFile) do call :look_for "%%~T"
if not defined line goto explain_the_rest
set "line=%line:"='%"
>&2 echo course: Maven could not download what the build needs:
for /f "delims=" %%L in ("  %line:~0,300%") do >&2 echo %%L
>&2 echo Next step: connect to the network and run course again.
>&2 echo Behind a proxy, name it in the file .m2\settings.xml in your home folder.
goto name_log
:explain_the_rest
"%system%\find.exe" "ERROR" <.course\build.log >&2
>&2 echo course: the build failed. If a notebook or JupyterLab is open, close it first.
if not "%root:'=%"=="%root%" >&2 echo The folder's path has an apostrophe, with which Maven's wrapper cannot start: move the course to another folder.
:name_log
for /f "delims=" %%L in ("The whole log: %root%\.course\build.log") do >&2 echo %%L
exit /b

rem Sets line to the first line of the log that has %1 in it, if it is not set.
:look_for
if defined line exit /b
for /f "delims=" %%L in ('%system%\find.exe %1 ^<.course\build.log') do if not defined line set "line=%%L"
exit /b

rem A home folder that cannot be written gets the caches of Maven and pip inside the project.
:choose_caches
if defined OPENWEIGHTS_STUDENT exit /b
set "written="
set "probe=%USERPROFILE%\.m2\writable"
if defined USERPROFILE (
    if not exist "%USERPROFILE%\.m2\" md "%USERPROFILE%\.m2" 2>nul
    call :can_write 2>nul
)
if defined written exit /b
set "caches=%root%\.course"
set "MAVEN_USER_HOME=%caches%\maven"
exit /b

rem --- go ----------------------------------------------------------------------------------------

:start
rem Beside a large model the garbage of a forward pass shall stay small. Commands that compute little
rem start faster without the compiler that pays only in the long run, and need no more room for new
rem objects than a processor's cache. Most of what they run, they run too seldom for any compiler to pay.
rem The catalogue may be asked for costs, and then measures memory; audit and inspect may hash.
set "small=-XX:+UseSerialGC -XX:MaxNewSize=16m -XX:CompileThresholdScaling=4"
set "options="
for %%C in (generate chat bench) do if "%~1"=="%%C" set "options=-XX:+UseSerialGC -Xms16m -XX:MaxNewSize=8m -XX:MinHeapDeltaBytes=32m -XX:MinHeapFreeRatio=5 -XX:MaxHeapFreeRatio=10 -XX:MarkSweepDeadRatio=0 -XX:TrimNativeHeapInterval=250 -XX:MaxRAMPercentage=80"
for %%C in ("" -h --help -V --version help models corpus doctor progress roster stats) do if "%~1"=="%%~C" set "options=%small% -XX:TieredStopAtLevel=1"
for %%C in (catalogue audit inspect) do if "%~1"=="%%C" set "options=%small%"
rem Classes as the build's JVM laid them out. A JVM to which they do not fit shall not talk about it.
rem Picocli's class files are too old for it. The boot loader reads them in half the time.
set "archive="
if exist "%root%\target\openweights.jsa" set "archive=yes"
endlocal & set "course_ready=%ready%" & set "course_root=%root%" & set "course_options=%options%" & set "course_archive=%archive%" & set "course_caches=%caches%" & set "course_jdk=%jdk%"

if defined course_jdk set "JAVA_HOME=%course_jdk%"
set "OMP_WAIT_POLICY=PASSIVE"
set course_repository=
if defined course_caches (
    set course_repository="-Dmaven.repo.local=%course_caches%\maven\repository"
    set "MAVEN_USER_HOME=%course_caches%\maven"
    if not defined PIP_CACHE_DIR set "PIP_CACHE_DIR=%course_caches%\pip"
)
if defined course_archive set course_archive="-XX:SharedArchiveFile=%course_root%\target\openweights.jsa" -Xlog:disable "-Xbootclasspath/a:%course_root%\target\picocli.jar"
set "course_home=%course_root%"
rem A backslash before a quotation mark would stand for the mark itself.
if "%course_root:~-1%"==":" set "course_home=%course_root%\\"
rem The last command gives the exit code that the operators && and || see; exit /b would not.
if not defined course_ready ("%SystemRoot%\System32\cmd.exe" /d /c exit 2) else "%JAVA_HOME%\bin\java.exe" ^
    -XX:+IgnoreUnrecognizedVMOptions -XX:-UsePerfData ^
    -XX:+UnlockExperimentalVMOptions -XX:+EnableVectorSupport %course_options% %course_archive% ^
    -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 ^
    -XX:PerMethodTrapLimit=1000 -XX:CompileCommand=quiet "-XX:CompileCommand=dontinline,openweights.engine.math.vector.VectorTiledOps::*" ^
    --add-exports java.base/jdk.internal.module=ALL-UNNAMED ^
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ^
    -Djava.awt.headless=true ^
    "-Dopenweights.home=%course_home%" ^
    "-Dorg.bytedeco.javacpp.cachedir=%course_root%\.course\natives" ^
    %course_repository% -cp "%course_root%\target\openweights.jar;%course_root%\target\lib\*" ^
    openweights.cli.Main %*
